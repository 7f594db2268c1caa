//! How large the panel says it is. EDID (VESA E-EDID 1.4, base block) carries the size of the image twice: in whole centimetres, and
//! in millimetres with the preferred timing. Either may be missing, or be an aspect ratio in disguise; whoever asks must doubt it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The length of the base block in bytes.
const BLOCK: usize = 128;
const HEADER: [u8; 8] = [0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00];

/// What a panel says about its own size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edid {
    /// Width and height in centimetres (bytes 21 and 22); none for projectors, which have no size.
    pub(super) cm: Option<[u32; 2]>,
    /// Width and height of the preferred timing in millimetres.
    pub(super) mm: Option<[u32; 2]>,
    /// Width and height of the preferred timing in pixels.
    pub(super) px: Option<[u32; 2]>,
}

/// Why a block of bytes is not EDID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum EdidError {
    #[error("EDID has {0} bytes, not 128 or more")]
    Short(usize),
    #[error("EDID does not begin with its header")]
    Header,
    #[error("EDID has a wrong checksum")]
    Checksum,
}

impl Edid {
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, EdidError> {
        let block = bytes.get(..BLOCK).ok_or(EdidError::Short(bytes.len()))?;
        if !block.starts_with(&HEADER) {
            return Err(EdidError::Header);
        }
        if block.iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte)) != 0 {
            return Err(EdidError::Checksum);
        }
        let byte = |at: usize| block.get(at).map_or(0, |byte| u32::from(*byte));
        // The first of the four descriptors is the preferred timing, unless its pixel clock is 0.
        let timing = (byte(54) | byte(55) << 8) != 0;
        let wide = |low: usize, high: usize, shift: u32| byte(low) | ((byte(high) >> shift) & 0xf) << 8;
        let pair = |pair: [u32; 2]| pair.iter().all(|size| *size > 0).then_some(pair);
        Ok(Self {
            cm: pair([byte(21), byte(22)]),
            mm: pair([wide(66, 68, 4), wide(67, 68, 0)]).filter(|_| timing),
            px: pair([wide(56, 58, 4), wide(59, 61, 4)]).filter(|_| timing),
        })
    }

    /// Width and height of the image in millimetres: the finer figure where both agree to the centimetre, else the coarser,
    /// which is the one that makers copy less often from another model.
    pub(super) fn size_mm(&self) -> Option<[f32; 2]> {
        let cm = self.cm.map(|cm| cm.map(|size| size * 10));
        let agree = |mm: &[u32; 2]| cm.is_none_or(|cm| mm.iter().zip(cm).all(|(mm, cm)| mm.abs_diff(cm) <= 10));
        self.mm.filter(agree).or(cm).map(|size| size.map(|mm| mm as f32))
    }
}

/// A plug with a panel on it, as the kernel names it (`HDMI-A-1`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plug {
    pub(super) name: String,
    pub(super) edid: Edid,
}

/// Every plug below `drm` (`/sys/class/drm`) that has a panel which says something, in order of name.
pub(super) fn plugs(drm: &Path) -> Vec<Plug> {
    let Ok(entries) = fs::read_dir(drm) else { return vec![] };
    let mut folders: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    folders.sort();
    folders.iter().filter_map(|folder| plug(folder)).collect()
}

fn plug(folder: &Path) -> Option<Plug> {
    let status = fs::read_to_string(folder.join("status")).ok();
    if status.is_some_and(|status| status.trim() == "disconnected") {
        return None;
    }
    let edid = Edid::parse(&read(&folder.join("edid")).ok()?).ok()?;
    let name = folder.file_name()?.to_string_lossy().into_owned();
    // `card0-HDMI-A-1`: the number of the card is not part of the plug's name.
    let name = name.split_once('-').map_or(name.clone(), |(_, plug)| plug.to_owned());
    Some(Plug { name, edid })
}

/// EDID has at most 256 blocks; anything longer is not EDID.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    use io::Read;
    let mut bytes = vec![];
    fs::File::open(path)?.take(256 * BLOCK as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A base block made by hand, with these sizes and the right checksum.
    pub(in crate::shell) fn block(cm: [u8; 2], mm: [u16; 2], px: [u16; 2]) -> Vec<u8> {
        let mut bytes = vec![0; BLOCK];
        bytes[..8].copy_from_slice(&HEADER);
        (bytes[18], bytes[19]) = (1, 4);
        (bytes[21], bytes[22]) = (cm[0], cm[1]);
        (bytes[54], bytes[55]) = (0x02, 0x3a); // 148.5 MHz
        let [[w, w_high], [h, h_high]] = px.map(u16::to_le_bytes);
        (bytes[56], bytes[58], bytes[59], bytes[61]) = (w, w_high << 4, h, h_high << 4);
        let [[w, w_high], [h, h_high]] = mm.map(u16::to_le_bytes);
        (bytes[66], bytes[67], bytes[68]) = (w, h, w_high << 4 | h_high);
        seal(bytes)
    }
    fn seal(mut bytes: Vec<u8>) -> Vec<u8> {
        bytes[127] = 0;
        bytes[127] = bytes.iter().fold(0_u8, |sum, byte| sum.wrapping_sub(*byte));
        bytes
    }

    #[test]
    fn a_panel_says_its_size_twice() {
        let edid = Edid::parse(&block([34, 19], [344, 194], [1920, 1080])).unwrap();
        assert_eq!(edid, Edid { cm: Some([34, 19]), mm: Some([344, 194]), px: Some([1920, 1080]) });
        assert_eq!(edid.size_mm(), Some([344.0, 194.0]));
    }

    #[test]
    fn a_copied_timing_does_not_count() {
        let size = |cm, mm| Edid::parse(&block(cm, mm, [1920, 1080])).unwrap().size_mm();
        assert_eq!(size([60, 34], [160, 90]), Some([600.0, 340.0]), "the timing carries an aspect ratio");
        assert_eq!(size([0, 0], [598, 336]), Some([598.0, 336.0]), "only the timing knows");
        assert_eq!(size([60, 34], [0, 0]), Some([600.0, 340.0]), "only whole centimetres");
        assert_eq!(size([0, 0], [0, 0]), None, "a projector");
    }

    #[test]
    fn a_timing_without_a_clock_is_no_timing() {
        let mut bytes = block([34, 19], [344, 194], [1920, 1080]);
        (bytes[54], bytes[55]) = (0, 0);
        let edid = Edid::parse(&seal(bytes)).unwrap();
        assert_eq!((edid.mm, edid.px, edid.size_mm()), (None, None, Some([340.0, 190.0])));
    }

    #[test]
    fn damage_is_named() {
        let good = block([34, 19], [344, 194], [1920, 1080]);
        assert_eq!(Edid::parse(&good[..127]), Err(EdidError::Short(127)));
        assert_eq!(Edid::parse(&[]), Err(EdidError::Short(0)));
        let with = |at: usize, to: u8| [&good[..at], &[to], &good[at + 1..]].concat();
        assert_eq!(Edid::parse(&with(0, 1)), Err(EdidError::Header));
        assert_eq!(Edid::parse(&with(21, 35)), Err(EdidError::Checksum));
        assert!(Edid::parse(&[good.clone(), good].concat()).is_ok(), "extension blocks follow");
    }

    #[test]
    fn plugs_are_found_below_sys() {
        let drm = tempfile::tempdir().unwrap();
        let put = |plug: &str, status: &str, edid: &[u8]| {
            let folder = drm.path().join(plug);
            fs::create_dir(&folder).unwrap();
            fs::write(folder.join("status"), status).unwrap();
            fs::write(folder.join("edid"), edid).unwrap();
        };
        put("card0-HDMI-A-1", "connected\n", &block([60, 34], [598, 336], [1920, 1080]));
        put("card0-eDP-1", "connected\n", &block([34, 19], [344, 194], [1920, 1080]));
        put("card0-DP-1", "disconnected\n", &block([1, 1], [10, 10], [10, 10]));
        put("card0-DP-2", "connected\n", b"");
        fs::create_dir(drm.path().join("card0")).unwrap();
        let names = plugs(drm.path()).into_iter().map(|plug| plug.name).collect::<Vec<_>>();
        assert_eq!(names, ["HDMI-A-1", "eDP-1"]);
        assert_eq!(plugs(&drm.path().join("none")), []);
    }
}
