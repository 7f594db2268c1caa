//! The glass of the practice phone: what a phone shows, laid out as a canvas of real parts. Pure: a face in, a part of a page out. Distances
//! are counted in units of which a phone is 360 wide; the scale says how large that is in millimetres.
//!
//! Nothing slides: what does not fit stands on the next page of the phone, and ▲▼ (or a finger that moves) leads there. The word
//! 「れんしゅう」 stands at the top of everything, whatever the phone shows.

mod board;
mod hand;
mod item;
mod rows;
mod sheet;

use crate::{
    lay::{PHONE_UNITS, Panel, Size, beside_width, body_height},
    page::{Control, Id, Kind, Level, Part, Role, Side, Tone, Touch, Touched, Touches},
    phone::{Act, Badge, Dir, Face, FaceItem, Gesture, Skin},
    words::{Line, Words},
};
use sheet::Sheet;

pub use hand::{Deed, Hand, Over, STAY};
pub use item::{ids, touch};

/// Width of a real phone, in millimetres.
const REAL: f32 = 70.0;
/// Inside of the body, in units.
const BEZEL: f32 = 12.0;
/// Width of the glass.
const GLASS: f32 = PHONE_UNITS - 2.0 * BEZEL;
/// Left edge and width of what stands on the glass.
const LEFT: f32 = 26.0;
const WIDE: f32 = 308.0;
/// The band, the line of the time, the title.
const BAND: f32 = 30.0;
const STATUS: f32 = 28.0;
const TITLE: f32 = 48.0;
/// The buttons at the edge of the phone, while they are needed.
const EDGE: f32 = 62.0;
/// The two buttons that turn the pages of the phone.
const TURN: f32 = 44.0;
/// A phone is at most so high, and of no use when it is lower.
const TALL: f32 = 730.0;
const LEAST: f32 = 320.0;
/// From this height on a larger scale is worth more than more rows.
const GOOD: f32 = 430.0;

/// How large the phone is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    Double,
    #[default]
    Large,
    Real,
}

impl Scale {
    pub const ALL: [Self; 3] = [Self::Double, Self::Large, Self::Real];

    /// Width in millimetres.
    pub fn width(self) -> f32 {
        let times = match self {
            Self::Double => 2.0,
            Self::Large => 1.4,
            Self::Real => 1.0,
        };
        times * REAL
    }
}

/// How high a phone of this scale is on this panel, in units: as high as the room, and never so low that it shows too little.
pub fn height(panel: Panel, size: Size, scale: Scale) -> f32 {
    (body_height(panel, size) / scale.width() * PHONE_UNITS).clamp(LEAST, TALL)
}

/// The scales that this panel can carry with the words beside the phone; never none.
pub fn scales(panel: Panel, size: Size) -> Vec<Scale> {
    let fits = |scale: &Scale| {
        let high = body_height(panel, size) / scale.width() * PHONE_UNITS >= LEAST;
        high && beside_width(panel, size, scale.width()).is_some()
    };
    let beside: Vec<Scale> = Scale::ALL.into_iter().filter(fits).collect();
    if beside.is_empty() { vec![Scale::Real] } else { beside }
}

/// The scale a lesson begins with: the largest at which the phone still looks like one and the words beside it have room.
pub fn first_scale(panel: Panel, size: Size) -> Scale {
    let all = scales(panel, size);
    let words = |scale: Scale| beside_width(panel, size, scale.width()).is_some_and(|w| w >= SIGNS * size.em);
    let good = |scale: &&Scale| height(panel, size, **scale) >= GOOD && words(**scale);
    all.iter().find(good).or(all.last()).copied().unwrap_or(Scale::Real)
}

/// Signs in a line beside a phone, below which a smaller phone is better.
const SIGNS: f32 = 13.0;
/// Less room than this above a keyboard is not divided into pages.
const ROOMY: f32 = 190.0;

/// What is meant, and whether a hand shows what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Of the item, as the phone calls it.
    pub item: String,
    pub hand: Option<Hand>,
}

/// What pressing a part of the phone does.
#[derive(Clone, Debug, PartialEq)]
pub enum Did {
    Act(Act),
    /// Another page of what the phone shows.
    Page(usize),
}

/// What is drawn, and how large.
#[derive(Clone, Copy, Debug)]
pub struct Glass<'a> {
    pub face: &'a Face,
    pub words: &'a Words,
    pub scale: Scale,
    /// From [`height`].
    pub units: f32,
    /// Which page of what it shows, from 0; `None`: the one where something is meant or written, else the one with the aim.
    pub page: Option<usize>,
    pub point: Option<&'a Point>,
    /// The item that is to be pressed next: on small glass it must not wait on a page that nobody has been told of.
    pub aim: Option<&'a str>,
}

impl Glass<'_> {
    /// The phone as a part of a page.
    pub fn canvas(&self) -> Part<Did> {
        let w = self.words;
        let mut sheet = Sheet::default();
        let band = Part::group(Kind::Banner(Tone::Care), [Part::text(Level::Title, w.glass_practice())]);
        sheet.put([BEZEL, BEZEL, GLASS, BAND], band);
        let above = self.above();
        rows::edge(&mut sheet, &self.face.buttons, [BEZEL, BEZEL + BAND, GLASS, EDGE]);
        sheet.put([BEZEL, above - STATUS, GLASS, STATUS], self.status());
        let frame = self.frame();
        if frame.top > above {
            self.title(&mut sheet, above);
        }
        self.content(&mut sheet, frame);
        rows::tabs(&mut sheet, self.tabs(), frame.bottom);
        if let Some(board) = self.board() {
            board::draw(&mut sheet, board, [BEZEL + 3.0, frame.floor, GLASS - 6.0, frame.board]);
        }
        self.nav(&mut sheet);
        if let Some(point) = self.point {
            sheet.point(point, self.units);
        }
        sheet.canvas(w.glass_name(), [PHONE_UNITS, self.units], self.scale.width() / PHONE_UNITS)
    }

    /// The page of the phone that is shown, from 0, and how many there are.
    pub fn at(&self) -> (usize, usize) {
        let pages = self.pages(self.frame());
        let last = pages.len().saturating_sub(1);
        let items = self.shown();
        let on = |wanted: &dyn Fn(&FaceItem) -> bool| {
            pages.iter().position(|page| page.iter().any(|placed| items.get(placed.item).is_some_and(wanted)))
        };
        let meant = || self.point.and_then(|point| on(&|item| item.id == point.item));
        let written = || self.board().and_then(|_| on(&|item| item::is_written(item)));
        // Not past what is to be read before it is answered.
        let aim = self.aim.filter(|_| !items.iter().any(item::is_read));
        let aimed = || aim.and_then(|aim| on(&|item| item.id == aim));
        (self.page.or_else(meant).or_else(written).or_else(aimed).unwrap_or(0).min(last), pages.len())
    }

    fn shown(&self) -> &[FaceItem] {
        self.face.shade.as_deref().unwrap_or(&self.face.items)
    }

    fn tabs(&self) -> Vec<&FaceItem> {
        let none = self.face.shade.is_some() || self.board().is_some();
        self.face.items.iter().filter(|item| !none && item::is_tab(item)).collect()
    }

    fn board(&self) -> Option<&crate::phone::Keyboard> {
        self.face.keyboard.as_ref().filter(|_| self.face.shade.is_none())
    }

    fn name(&self) -> Line {
        if self.face.shade.is_some() { self.words.glass_shade() } else { self.face.title.clone() }
    }

    /// How far down the line of the time ends.
    fn above(&self) -> f32 {
        BEZEL + BAND + STATUS + if self.face.buttons.is_empty() { 0.0 } else { EDGE }
    }

    /// Where what the phone shows begins and ends.
    fn frame(&self) -> Frame {
        let above = self.above();
        let floor = self.units - BEZEL - nav_height(self.face.skin);
        let board = self.board().map_or(0.0, |board| board::height(board, floor - above - 76.0));
        let tabs = if self.tabs().is_empty() { 0.0 } else { rows::TABS };
        let bottom = floor - board - tabs;
        // Where little is left, what is written counts more than where.
        let crowded = bottom - above < TITLE + if board > 0.0 { 76.0 } else { 150.0 };
        let title = if self.name().is_empty() || crowded { 0.0 } else { TITLE };
        Frame { top: above + title, bottom, floor: floor - board, board }
    }

    fn pages(&self, frame: Frame) -> Vec<Vec<rows::Placed>> {
        let scrolls = self.face.shade.is_none() && self.face.scroll.most > 0;
        let turn = if scrolls { rows::Turns::Always } else { rows::Turns::WhereNeeded };
        let (top, bottom) = (frame.top + 4.0, frame.bottom - 2.0);
        if frame.board > 0.0 && bottom - top < ROOMY {
            // Over a keyboard there may be room for what is written and for nothing else.
            return rows::only(self.shown(), top, bottom);
        }
        rows::pages(self.shown(), top, bottom, turn)
    }

    /// Opened by a finger that comes down from here, or by a press.
    fn status(&self) -> Part<Did> {
        let (face, w) = (self.face, self.words);
        let wifi = face.status.badges.contains(&Badge::Wifi);
        let side = if face.shade.is_none() { Side::Down } else { Side::Up };
        let notices = i32::try_from(face.status.notices).unwrap_or(i32::MAX);
        let tab = if face.shade.is_none() { "▼" } else { "▲" };
        let tab = if notices > 0 { format!("  {tab} ●{notices}") } else { format!("  {tab}") };
        let name = face.status.time.join(&Line::verbatim(&tab));
        let battery = Line::verbatim(&format!("{}%", face.status.battery));
        let signal =
            if face.status.signal == 0 { w.glass_no_signal().join(&Line::verbatim(" ")) } else { Line::default() };
        let act = Act::Do { gesture: Gesture::Shade, item: None };
        let control = Control::new(Role::Item, ids::STATUS, name, Did::Act(act)).value(signal.join(&battery));
        control.icon(if wifi { "wifi" } else { "" }).touches(Touches::NONE.with(Touch::Swipe(side))).into()
    }

    fn title(&self, sheet: &mut Sheet, y: f32) {
        let back = self.face.can_go_back && self.face.shade.is_none() && self.face.skin == Skin::Iphone;
        let left = if back { LEFT + 50.0 } else { LEFT + 4.0 };
        if back {
            let act = Did::Act(Act::Do { gesture: Gesture::Back, item: None });
            let control = Control::new(Role::Item, ids::BACK, self.words.glass_back(), act).icon("previous");
            sheet.put([LEFT - 8.0, y, 54.0, TITLE - 2.0], control.into());
        }
        let level = if self.name().plain().chars().count() > 11 { Level::Lead } else { Level::Heading };
        sheet.put([left, y, LEFT + WIDE - left, TITLE - 4.0], Part::text(level, self.name()));
    }

    fn content(&self, sheet: &mut Sheet, frame: Frame) {
        let pages = self.pages(frame);
        let (at, count) = self.at();
        for placed in pages.get(at).into_iter().flatten() {
            if let Some(item) = self.shown().get(placed.item) {
                item::draw(sheet, item, placed.rect);
            }
        }
        if let Some(banner) = self.face.banner.as_ref().filter(|_| self.face.shade.is_none()) {
            let places = [BEZEL + 6.0, self.above() + 2.0, GLASS - 12.0, 66.0];
            sheet.clear(places);
            item::draw(sheet, banner, places);
        }
        let scroll = if self.face.shade.is_none() { self.face.scroll } else { crate::phone::Scroll::default() };
        let finger = |dir| Some(Did::Act(Act::Do { gesture: Gesture::Scroll(dir), item: None }));
        let up = if at > 0 { Some(Did::Page(at - 1)) } else { finger(Dir::Down).filter(|_| scroll.at > 0) };
        let down = if at + 1 < count { Some(Did::Page(at + 1)) } else { finger(Dir::Up).filter(|_| scroll.has_more()) };
        let turn = |id: &'static str, name, icon, did, side| {
            let control = Control::new(Role::Button, id, name, Some(did)).icon(icon);
            Part::from(control.touches(Touches::NONE.with(Touch::Scroll(side))))
        };
        let (y, w) = (frame.bottom - TURN + 4.0, (WIDE - 8.0) / 2.0);
        // A finger that moves up pulls up what lies below.
        if let Some(did) = up {
            sheet.put([LEFT, y, w, TURN - 6.0], turn(ids::UP, self.words.glass_up(), "up", did, Side::Down));
        }
        if let Some(did) = down {
            let x = LEFT + w + 8.0;
            sheet.put([x, y, w, TURN - 6.0], turn(ids::DOWN, self.words.glass_down(), "down", did, Side::Up));
        }
    }

    /// How one goes back and home: three buttons, or one line.
    fn nav(&self, sheet: &mut Sheet) {
        let w = self.words;
        let h = nav_height(self.face.skin);
        let y = self.units - BEZEL - h;
        let control = |id: &'static str, name: Line, icon, gesture| {
            Control::new(Role::Item, id, name, Did::Act(Act::Do { gesture, item: None })).icon(icon)
        };
        let sides = [Touch::Swipe(Side::Up), Touch::Scroll(Side::Left), Touch::Scroll(Side::Right)];
        let home = |icon| control(ids::HOME, w.glass_home(), icon, Gesture::Home).touches(sides.into_iter().collect());
        let recent = control(ids::RECENT, w.glass_recent(), "square", Gesture::Recents);
        if self.face.skin == Skin::Iphone {
            // A finger that moves up from the line and rests there; the square beside it is for whoever does not like to move.
            let line = control(ids::HOME, w.glass_home(), "home-line", Gesture::Home);
            let touches = sides.into_iter().chain([Touch::Halt]).collect();
            sheet.put([125.0, y, 110.0, h - 2.0], line.touches(touches).into());
            return sheet.put([252.0, y, 84.0, h - 2.0], recent.into());
        }
        sheet.put([BEZEL, y, GLASS, h], Part::group(Kind::Row, []));
        let back = control(ids::BACK, w.glass_back(), "previous", Gesture::Back);
        let mut x = BEZEL + 12.0;
        for one in [back, home("circle"), recent] {
            sheet.put([x, y + 1.0, 104.0, h - 3.0], one.into());
            x += 104.0;
        }
    }
}

/// The heights at which things begin and end, in units.
#[derive(Clone, Copy)]
struct Frame {
    top: f32,
    bottom: f32,
    /// Where the keyboard begins, and its height.
    floor: f32,
    board: f32,
}

const fn nav_height(skin: Skin) -> f32 {
    match skin {
        Skin::Android => 48.0,
        Skin::Iphone => 42.0,
    }
}

/// What fingers did to a part of the phone besides pressing it, in the words of the phone.
pub fn gesture(touched: &Touched) -> Option<Act> {
    let act = |gesture, item: Option<&Id>| Some(Act::Do { gesture, item: item.and_then(|id| ids::item(id)) });
    match (touched.id.as_str(), touched.touch) {
        (ids::STATUS, _) => act(Gesture::Shade, None),
        (ids::HOME, Touch::Swipe(_)) => act(Gesture::Home, None),
        (ids::HOME, Touch::Halt) => act(Gesture::Recents, None),
        (_, Touch::Scroll(side)) => act(Gesture::Swipe(dir(side)), None),
        (_, touch) => {
            let onto = touched.onto.as_ref().and_then(|id| ids::item(id));
            act(meant(touch, onto)?, Some(&touched.id))
        }
    }
}

fn meant(touch: Touch, onto: Option<String>) -> Option<Gesture> {
    Some(match touch {
        Touch::Long => Gesture::Long,
        Touch::Double => Gesture::Double,
        Touch::PinchIn => Gesture::PinchIn,
        Touch::PinchOut => Gesture::PinchOut,
        Touch::Swipe(side) | Touch::Scroll(side) => Gesture::Swipe(dir(side)),
        Touch::Drag => Gesture::Drag { onto: onto? },
        Touch::Halt => Gesture::Recents,
    })
}

const fn dir(side: Side) -> Dir {
    match side {
        Side::Left => Dir::Left,
        Side::Right => Dir::Right,
        Side::Up => Dir::Up,
        Side::Down => Dir::Down,
    }
}
