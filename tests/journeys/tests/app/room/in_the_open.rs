//! What the room sees beside the votes: a drawer without secrets, whose choice it was, and sums that add up.

use super::{Room, WORDS};
use journeys::journey;
use serde_json::json;

#[test]
fn on_one_screen_the_drawer_holds_nothing_that_is_not_the_rooms() {
    journey(async |page| {
        page.open("/#/room").await;
        page.click_on("input[name=story][value=quiet-voice]").await;
        page.click(WORDS.begin).await;
        page.has(".console[data-phase=set-up]").await;
        page.click(WORDS.one_screen).await;
        page.press("c").await;
        for phase in ["gather", "rate-before", "read", "think", "vote", "reveal"] {
            page.press("PageDown").await;
            page.has(&format!(".drawer .console[data-phase={phase}]")).await;
            let secret = ".drawer :is(.notes-part, .tag, .to, .leader, .manager)";
            assert!(!page.holds(secret).await, "notes, hats or effects in {phase}");
        }
        page.sees(WORDS.seen).await;
        page.axe().await;
        // On the console itself, which the facilitator alone sees, all of it is there.
        page.open("/#/room").await;
        page.has(".console .branches .to").await;
        page.has(".console .notes-part").await;
    });
}

#[test]
fn a_tie_and_an_override_are_marked_wherever_they_are_told() {
    journey(async |page| {
        let room = Room::begins(page, "crisis").await;
        room.comes_to_play("read").await;
        for (hands, how) in [([10, 10], 1), ([18, 2], 3)] {
            room.comes_to_vote().await;
            room.counts(&hands).await;
            room.goes_on_to("reveal").await;
            page.click_on(".branches li:nth-child(2) .picked button").await;
            room.at_stage().await;
            page.sees(WORDS.played[how]).await;
            room.at_console().await;
            room.goes_on_to("consequence").await;
            room.at_stage().await;
            page.sees(WORDS.we_did[how]).await;
            room.at_console().await;
            assert!(room.goes_past_the_consequence().await, "two decisions end no story");
        }
        // What the situation did to the meters has its words, too.
        room.at_stage().await;
        let told = "
            const says = document.querySelector('.stage .pressure')?.textContent ?? '';
            return !!document.querySelector('.stage .figures .chip') === /leadership|management/i.test(says)";
        page.holds_that("a meter that moved has a word beside it", told).await;
        room.at_console().await;
        page.open("/#/room/sheet").await;
        page.sees(WORDS.hows[1]).await;
        page.sees(WORDS.hows[3]).await;
        let sums = "
            const numbers = cell => cell.textContent.replaceAll('\\u2212', '-').split('/').map(it => parseInt(it) || 0);
            let at;
            return [...document.querySelectorAll('.debrief-sheet tbody tr')].every(row => {
                const [, , , situation, answer, come] = [...row.querySelectorAll('td')].map(numbers);
                const fits = !at || come.every((it, which) => it === at[which] + situation[which] + (answer[which] ?? 0));
                at = come;
                return fits;
            }) && at.length === 2;";
        page.holds_that("every sum adds up", sums).await;
        page.axe().await;
    });
}

#[test]
fn pair_talk_is_proposed_while_hands_are_typed_and_once_they_are_shown() {
    journey(async |page| {
        let room = Room::begins(page, "crisis").await;
        room.comes_to_play("read").await;
        room.comes_to_vote().await;
        for (field, digit) in [("#hands-1", "8"), ("#hands-2", "6")] {
            page.script("document.querySelector(arguments[0]).select()", vec![json!(field)]).await;
            page.types(digit).await;
        }
        // The cursor is still in the field.
        page.has(".proposal").await;
        page.sees("43 %").await;
        page.focuses_on("#hands-2").await;
        room.goes_on_to("reveal").await;
        page.has(".proposal").await;
        page.script("document.activeElement.blur()", vec![]).await;
        page.press("t").await;
        room.is_at("talk").await;
    });
}

#[test]
fn what_people_wrote_wears_no_hat() {
    journey(async |page| {
        let room = Room::begins(page, "crisis").await;
        room.comes_to_play("read").await;
        page.click(WORDS.begin_debrief).await;
        room.is_at("what").await;
        for phase in ["so-what", "now-what"] {
            room.goes_on_to(phase).await;
        }
        for text in ["One", "Two", "Three"] {
            room.types("#commitment", text).await;
            page.sees(text).await;
        }
        room.at_stage().await;
        page.sees("Three").await;
        let colours = "
            const of = (it, name) => getComputedStyle(it)[name];
            const cards = [...document.querySelectorAll('.stage .notes li')];
            const borders = new Set(cards.flatMap(it => ['Top', 'Right', 'Bottom', 'Left'].map(side => of(it, `border${side}Color`))));
            const hats = ['leader', 'manager'].map(hat => {
                const probe = Object.assign(document.createElement('i'), { className: hat });
                document.body.append(probe);
                probe.style.color = 'var(--hat)';
                const colour = of(probe, 'color');
                probe.remove();
                return colour;
            });
            return cards.length === 3 && borders.size === 1 && !hats.some(hat => borders.has(hat));";
        page.holds_that("all cards look alike, and like no hat", colours).await;
        // A double click strikes one of them.
        room.at_console().await;
        page.double_clicks(".lines li:first-child button").await;
        page.finds("two are left", "return document.querySelectorAll('.lines li').length", &json!(2)).await;
    });
}
