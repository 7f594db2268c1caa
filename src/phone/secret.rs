//! Numbers that must not be here: what looks like a real payment card or a real My Number, by their check digits.

/// Whether a text holds digits that look like a real card or My Number. Practice numbers are chosen so that they do not.
pub(super) fn looks_real(text: &str) -> bool {
    let mut run: Vec<u32> = vec![];
    for c in text.chars().chain(['.']) {
        match digit(c) {
            Some(digit) => run.push(digit),
            None if matches!(c, '-' | ' ' | '－' | '　') => {}
            None => {
                if is_card(&run) || is_my_number(&run) {
                    return true;
                }
                run.clear();
            }
        }
    }
    false
}

fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => c.to_digit(10),
    }
}

/// ISO/IEC 7812: 14 to 19 digits whose last checks the others (Luhn).
fn is_card(digits: &[u32]) -> bool {
    let doubled = |digit: u32| if digit > 4 { 2 * digit - 9 } else { 2 * digit };
    let sum: u32 =
        digits.iter().rev().enumerate().map(|(n, digit)| if n % 2 == 1 { doubled(*digit) } else { *digit }).sum();
    (14..=19).contains(&digits.len()) && sum > 0 && sum.is_multiple_of(10)
}

/// 行政手続における特定の個人を識別するための番号の利用等に関する法律の施行規則（平成26年総務省令第85号）第5条: 12 digits, the last checks the others.
fn is_my_number(digits: &[u32]) -> bool {
    let Some((check, rest)) = digits.split_last().filter(|_| digits.len() == 12) else { return false };
    let weight = |n: u32| if n <= 6 { n + 1 } else { n - 5 };
    let sum: u32 = rest.iter().rev().zip(1..).map(|(digit, n)| digit * weight(n)).sum();
    let wanted = match sum % 11 {
        0 | 1 => 0,
        rest => 11 - rest,
    };
    sum > 0 && *check == wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_numbers_are_known_by_their_check_digits() {
        // The example numbers of the card industry and of the ministry's own explanation.
        for real in ["4111 1111 1111 1111", "4111-1111-1111-1111 です", "１２３４５６７８９０１８", "123456789018"]
        {
            assert!(looks_real(real), "{real}");
        }
        for practice in ["1234", "000-123-4567", "0000 0000 0000 0000", "123456789012", "4111 1111 1111 1112", "171"] {
            assert!(!looks_real(practice), "{practice}");
        }
    }
}
