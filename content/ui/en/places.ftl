places-title = Places nearby
places-choose = What are you looking for?
places-not-yet = Not here yet: { $kinds }
places-none = Places nearby are not here yet.
places-none-remedy = Please ask a member of staff.

places-sample = Sample
places-sample-named = [Sample] { $name }
places-sample-note = This is a sample. These are not real places.
places-sample-refused = The places of this town are not here yet.
places-sample-refused-why = Sample places are not shown in a shelter.
places-ask = Please ask a member of staff here where to go.
places-ask-number = Ask by telephone: { $number }

places-emergency-site = Evacuation sites
places-emergency-site-short = Escape here first
places-emergency-site-about = Designated evacuation site (指定緊急避難場所): where you escape to first, to save your life.
places-shelter = Shelters
places-shelter-short = Stay here for a while
places-shelter-about = Designated shelter (指定避難所): where you stay for a while when you cannot be at home.
places-aed = AED
places-wifi = Wi-Fi
places-toilet = Toilets
places-medical = Hospitals and clinics
places-care = Care services
places-child = Families and children
places-facility = Public buildings
places-water = Drinking water
places-count = { $count ->
    [1] 1 place
   *[other] { $count } places
}

places-straight = Distances are in a straight line. Whether the way is safe is not known.
places-nearest = The nearest { $count } of { $all }.
places-by-name = Where this kiosk stands is not known, so they are in order of name.
places-no-position = Places without a position come last.
places-way = { $distance } to the { $direction }
places-here = Right here
places-far-unknown = Distance not known
places-none-here = No place is listed.
places-metres = { $number } m
places-kilometres = { $number } km

places-north = north
places-north-east = north-east
places-east = east
places-south-east = south-east
places-south = south
places-south-west = south-west
places-west = west
places-north-west = north-west

places-which-hazard = Which disaster?
places-all-hazards = All
places-only = Only places for { $hazard } are shown.
places-flood = flood
places-landslide = landslide
places-storm-surge = storm surge
places-earthquake = earthquake
places-tsunami = tsunami
places-fire = fire
places-inland-flood = rain water
places-volcano = volcano
places-flood-long = Flood (洪水)
places-landslide-long = Landslide (土砂災害)
places-storm-surge-long = Storm surge (高潮)
places-earthquake-long = Earthquake (地震)
places-tsunami-long = Tsunami (津波)
places-fire-long = Large fire (大規模な火事)
places-inland-flood-long = Rain water flooding (内水氾濫)
places-volcano-long = Volcano (火山)
places-for = { $hazard } yes
places-not-for = { $hazard } no
places-covers = { $hazard }: yes, for this (対象)
places-covers-not = { $hazard }: no, not for this (対象外)

places-hazards = Which disasters it is for
places-open-unknown = Open now: not known (不明)
places-address = Address: { $text }
places-phone = Telephone: { $text }
places-room = Where: { $text }
places-walk = How to get there: { $text }
places-capacity = Room for: { $text }
places-hours = Hours: { $text }
places-note = { $name }: { $text }
places-from = Data from: { $source }
places-taken = Stored on { $date }
places-changed = The way it was written was put in order when it was stored.
places-covers-partly = { $hazard }: with conditions ({ $text })
places-covers-unsaid = { $hazard }: the data do not say
places-also-shelter = It is also a designated shelter (指定避難所), where you stay for a while.
places-also-emergency-site = It is also a designated evacuation site (指定緊急避難場所), where you escape to first.
places-opened = According to data of { $when }: “{ $text }”.
places-for-whom = For: { $text }
places-how-many = { $count } people
part-places = Places nearby
