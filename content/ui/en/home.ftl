home-hello = Hello. Please touch and try.
home-safe = Nothing you press can break anything. It costs nothing.

home-lessons = Smartphone practice
home-lessons-detail = Calls, Wi-Fi, photos, not being deceived
home-office-detail = What to bring, and where to go
home-places = Places nearby
home-board = Notices

shelter-title = This is the shelter at { $place }.
shelter-title-nameless = This is a shelter.
shelter-nothing-heard = Nothing heard yet from the Meteorological Agency. That does not mean that nothing is wrong.
shelter-family-detail = 171, Wi-Fi, charging
shelter-house-detail = Damage certificate (罹災証明書)
home-this-shelter = This shelter: { $how }
home-other-shelter = Nearest other shelter heard to be open: { $name }

home-search = Search
home-settings = Display and voice
home-help = How to use

class-title = Smartphone class
class-hello = Today we practise with smartphones.
