setup-title = { $number } of { $steps }: { $name }
setup-step-tongue = Language
setup-step-town = Town
setup-step-place = This place
setup-step-screen = Size of the screen
setup-step-clock = Clock
setup-step-sound = Sound
setup-step-print = Printing
setup-step-number = Staff number

setup-next = Go on
setup-later = Decide later
setup-close = Close (keep)
setup-back = One step back
setup-again = Try again
setup-use-now = Use it as it is for now
setup-now = Now: { $what }

setup-tongue-hello = Which language shall it begin with?
setup-welcome = This sets up the kiosk. It takes about 10 minutes. Every answer can be changed later.

setup-town-hello = Which town is this?
setup-town-none = Not listed here
setup-town-sample = Sample, not a real town
setup-town-find = Search by kana
setup-town-file = A town that is not listed can be written into the settings file (kiosk.toml). Until then it says "please ask the city office".
setup-town-hint = Write the name of the town in hiragana and it appears here.

setup-name-hello = What is this place called?
setup-name-write = Write the name
setup-name-rewrite = Write the name again
setup-name-field = Name of this place
setup-name-file = Other kanji can be written in the settings file (kiosk.toml), under place.
setup-name-hint = Common words such as しょうがっこう are offered in kanji as well. Press the right one.
setup-name-few = These buildings are in the data of the town. If this is one of them, press it: its position is known too.
setup-name-many = The data of the town know { $count } buildings. Write the name in kana and they appear.
setup-write-back = Cancel

setup-building-hello = What kind of building is it?
building-shelter = Shelter
building-hall = Community hall
building-school = School
building-office = City or town office
building-library = Library
building-care = Care facility
building-other = Other

setup-entrance-hello = How does one walk from the entrance to this kiosk?
setup-entrance-write = Write it in words
setup-entrance-field = The way from the entrance
setup-entrance-hint = For example: 10 steps to the right of the entrance.
entrance-right = To the right of the entrance
entrance-left = To the left of the entrance
entrance-front = Straight ahead from the entrance
entrance-upstairs = At the top of the stairs

setup-card-how = Hold a bank card in the frame and match its right edge.
setup-card-name = Frame of the card
setup-card-outline = A frame as large as a card
setup-card-less = Smaller
setup-card-more = Larger
setup-card-fits = It fits

setup-clock-hello = Are the date and the time right?
setup-clock-right = They are right
setup-clock-differs = They are wrong
setup-clock-wrong = Setting the clock
setup-clock-net = With a network the clock sets itself.
setup-clock-machine = Without one, set it in the machine's settings, under date and time.
setup-clock-until = Until then, what needs a date says that the clock is not confirmed. The rest can be used.

setup-sound-hello = Can you hear the voice?
setup-sound-sample = Hear the voice
setup-sound-heard = I heard it
setup-sound-not = I hear nothing
setup-sound-silent = When nothing is heard
setup-sound-plug = See that the speaker is plugged in. Unplug earphones.
setup-sound-power = See that the speaker is switched on and turned up.
setup-sound-settings = In the machine's sound settings, choose where the sound comes out.
setup-sound-without = It can be used without sound. What would be read lights up.
setup-sound-go-on = Go on without sound

setup-print-hello = Is there a printer?
setup-print-looking = Looking for printers.
setup-print-found = Printers found: { $count }.
setup-print-more = And { $count } more.
setup-print-none = No printer was found.
setup-print-no-system = This machine has nothing to print with (CUPS is not installed).
setup-print-no-answer = The machine did not say whether there is a printer.
setup-print-look = Look again
setup-print-later = This kiosk cannot print on paper yet. It can be used without a printer.
setup-print-yes = Yes
setup-print-no = No

setup-number-hello = A number is made that only staff know.
setup-number-why = It opens the staff page. The machine chooses six digits.
setup-number-care = Have paper and a pen ready. The next page shows the number in large digits. If the voice is on, it is also read aloud.
setup-number-draw = Make the number
setup-number-write = Please write this number on paper.
setup-number-once = It cannot be seen again later. Keep the paper under lock and key.
setup-number-written = I wrote it on paper
setup-number-again = Another number
setup-number-confirm = Look at the paper and press the number.
setup-number-differs = That is another number. Please press it again.
setup-number-look = See the number again
setup-number-set = The staff number is set.
setup-number-set-keep = The number is shown nowhere any more. Please put the paper away.
setup-number-taken = There is a staff number already.
setup-number-taken-remedy = To have another one, press the six digits of the number there is.
setup-number-taken-keep = Go on with the number there is
setup-number-trouble = The number was not changed. See that the disk has room, and try again.

setup-done-title = Setting up
setup-done-hello = Thank you. It is ready.
setup-done-change = Everything can be changed at any time: How to use, then For staff.
setup-done-shelter = When this becomes a shelter, press Shelter on the staff page.
setup-finish = To the first page
