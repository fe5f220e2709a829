//! How wide words are in the chart's typeface, so that a label knows whether it fits before it is drawn.
//!
//! The widths are the advances of Source Sans 3 (SIL Open Font License) without kerning. Kerning only ever draws
//! letters together, so a width is at most a few per cent too large, and figures, which are not kerned, are exact.

/// The two weights used in drawings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 650, for titles and values.
    Strong,
}

/// Which part of a text stands at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins there.
    Start,
    /// The text is centred there.
    Middle,
    /// The text ends there.
    End,
}

impl Anchor {
    /// The value of the SVG attribute `text-anchor`.
    #[must_use]
    pub const fn as_svg(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// The type size of ticks and notes.
pub const SMALL: f64 = 12.0;
/// The type size of labels at lines.
pub const LABEL: f64 = 13.0;
/// The type size of panel titles.
pub const TITLE: f64 = 14.0;

/// The width of `text` in pixels at a type size of `size` pixels.
#[must_use]
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let units: u32 = text.chars().map(|letter| advance(letter, weight)).sum();
    f64::from(units) * size / 1000.0
}

/// Whether `text` fits into `room` pixels.
#[must_use]
pub fn fits(text: &str, size: f64, weight: Weight, room: f64) -> bool {
    width(text, size, weight) <= room
}

/// The first of several wordings, longest first, that fits into `room` pixels; `None` if none does.
#[must_use]
pub fn longest_that_fits<'a>(
    wordings: &[&'a str],
    size: f64,
    weight: Weight,
    room: f64,
) -> Option<&'a str> {
    wordings
        .iter()
        .copied()
        .find(|wording| fits(wording, size, weight, room))
}

/// The lines of `text` broken at spaces so that each fits into `room` pixels. A word that is wider than that
/// gets a line of its own: cutting it would hide a figure.
#[must_use]
pub fn wrap(text: &str, size: f64, weight: Weight, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if fits(&format!("{line} {word}"), size, weight, room) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Like [`wrap`], in as many lines but about equally long ones.
#[must_use]
pub fn balanced(text: &str, size: f64, weight: Weight, room: f64) -> Vec<String> {
    const STEP: f64 = 4.0;
    let mut lines = wrap(text, size, weight, room);
    let mut narrower = room - STEP;
    while narrower > 0.0 {
        let next = wrap(text, size, weight, narrower);
        if next.len() > lines.len() {
            break;
        }
        lines = next;
        narrower -= STEP;
    }
    lines
}

/// The baseline of a line of text that is centred on `centre`.
#[must_use]
pub fn baseline(centre: f64, size: f64) -> f64 {
    centre + size * 0.345
}

/// The advance of a letter in thousandths of the type size.
fn advance(letter: char, weight: Weight) -> u32 {
    let code = u32::from(letter);
    let (table, wider) = match weight {
        Weight::Regular => (&REGULAR, 0),
        Weight::Strong => (&STRONG, 30),
    };
    if let Some(advance) = code
        .checked_sub(32)
        .and_then(|index| table.get(index as usize))
    {
        return u32::from(*advance);
    }
    let regular = match letter {
        // No-break, thin and narrow no-break spaces.
        '\u{a0}' | '\u{2009}' | '\u{202f}' => return 200,
        '—' => return 800,
        '−' | '×' | '±' | '€' | '£' | '¥' | '–' => 497,
        '·' | '’' | '‘' => 260,
        '“' | '”' => 480,
        '½' | '¼' | '¾' => 808,
        '↑' | '↓' => return 619,
        '…' => 948,
        // An unknown letter of a European script, then one of a wide script: rather too wide than too narrow.
        _ if code < 0x1100 => 720,
        _ => 1000,
    };
    regular + wider
}

/// Space to tilde, weight 400.
#[rustfmt::skip]
const REGULAR: [u16; 95] = [
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350,
    497, 497, 497, 497, 497, 497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425,
    847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727, 647, 664,
    566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500,
    542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542,
    555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
];

/// Space to tilde, weight 650.
#[rustfmt::skip]
const STRONG: [u16; 95] = [
    200, 328, 510, 521, 520, 849, 653, 288, 334, 334, 447, 520, 288, 327, 288, 341,
    520, 520, 520, 520, 520, 520, 520, 520, 520, 520, 288, 288, 520, 520, 520, 454,
    889, 565, 601, 579, 630, 543, 517, 633, 668, 292, 501, 606, 510, 754, 661, 679,
    589, 679, 602, 550, 551, 660, 546, 807, 554, 513, 541, 334, 341, 334, 520, 500,
    552, 522, 568, 465, 568, 512, 329, 527, 565, 269, 270, 535, 279, 850, 566, 552,
    568, 568, 386, 437, 372, 562, 509, 762, 497, 508, 452, 334, 261, 334, 520,
];

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/text.rs"]
mod tests;
