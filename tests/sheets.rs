//! Records as spreadsheets, read back by another program: every figure is there, and a text stays a text.

use crate::support;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use session::{Act, Mode, Note, Phase, Review, Session};
use std::io::Cursor;
use support::room::{code, go_to, offered, session, take};
use support::shipped;
use two_hats::room::export::{Cell, Table, csv, tables, xlsx};

fn tables_of(session: &Session) -> Vec<Table> {
    tables(session, &Review::of(session.state(), 1_000_000), 60)
}

/// A room that split, talked, voted again, went back on it, and played to its end.
fn a_whole_session() -> Session {
    let mut session = session(&shipped("product-launch"));
    take(&mut session, [Act::Label("@home, =NOW()".into()), Act::People(21)]);
    go_to(&mut session, Phase::RateBefore);
    take(&mut session, [Act::Rate(0, 0, 3), Act::Rate(0, 1, 9), Act::Rate(1, 4, 4)]);
    go_to(&mut session, Phase::Vote);
    let ids = offered(&session);
    take(&mut session, [Act::Votes(ids[0].clone(), 11), Act::Votes(ids[1].clone(), 9), Act::Talk, Act::Next]);
    take(
        &mut session,
        [Act::Votes(ids[0].clone(), 5), Act::Votes(ids[1].clone(), 15), Act::Next, Act::Next, Act::TakeBack],
    );
    go_to(&mut session, Phase::NowWhat);
    take(
        &mut session,
        [Act::Write(Note::Commitment, "=HYPERLINK(\"x\")".into()), Act::Write(Note::Plus, "+1 for talk".into())],
    );
    session
}

/// Teams, one of which is called like a formula.
fn with_teams() -> Session {
    let scenario = shipped("crisis");
    let mut session = session(&scenario);
    take(&mut session, [Act::Mode(Mode::Teams)]);
    go_to(&mut session, Phase::Teams);
    for (name, lots) in [("=1+1", [0, 1]), ("-2", [1, 0]), ("@SUM(A1)", [1, 1])] {
        take(&mut session, [Act::Team(name.into(), code(&scenario, &lots))]);
    }
    session
}

#[test]
fn a_spreadsheet_keeps_every_figure_and_no_formula() {
    for session in [a_whole_session(), with_teams()] {
        let tables = tables_of(&session);
        let bytes = xlsx(&tables).expect("it fits a spreadsheet");
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a spreadsheet");
        assert_eq!(book.sheet_names(), tables.iter().map(|table| table.name).collect::<Vec<_>>());
        for table in &tables {
            let formulas = book.worksheet_formula(table.name).expect("a sheet");
            assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()), "{}", table.name);
            let sheet = book.worksheet_range(table.name).expect("a sheet");
            for (line, row) in table.rows.iter().enumerate() {
                for (column, cell) in row.iter().enumerate() {
                    let found = sheet.get_value((line as u32 + 1, column as u32));
                    let same = match (cell, found) {
                        (Cell::Empty, None | Some(Data::Empty)) => true,
                        (Cell::Text(text), Some(Data::String(found))) => text == found,
                        (Cell::Text(text), None | Some(Data::Empty)) => text.is_empty(),
                        (Cell::Number(number), Some(Data::Float(found))) => number == found,
                        (Cell::Number(number), Some(Data::Int(found))) => *number == *found as f64,
                        _ => false,
                    };
                    assert!(same, "{} {line} {column}: {cell:?} is {found:?}", table.name);
                }
            }
        }
    }
}

#[test]
fn every_text_that_xml_can_say_comes_back_as_it_was() {
    let texts = ["a\tb\nc\r\nd", "  <b>&amp;\"'</b>  ", "_x0041_ _x000D_", "\u{200f}\u{202e}עברית 漢字 🎩", ""];
    let mut table = tables_of(&a_whole_session()).remove(0);
    table.head = vec!["Text"];
    table.rows = texts.iter().map(|text| vec![Cell::from(*text)]).collect();
    let bytes = xlsx(std::slice::from_ref(&table)).expect("it fits a spreadsheet");
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a spreadsheet");
    let sheet = book.worksheet_range(table.name).expect("a sheet");
    let found = (1..).map(|line| sheet.get_value((line, 0)).map(ToString::to_string).unwrap_or_default());
    assert_eq!(found.take(texts.len()).collect::<Vec<_>>(), texts);
}

#[test]
fn the_tables_hold_what_happened() {
    let session = a_whole_session();
    let tables = tables_of(&session);
    let table = |name: &str| tables.iter().find(|table| table.name == name).expect("a table");
    let votes = &table("Votes").rows;
    let first: Vec<(&Cell, &Cell, &Cell)> = votes.iter().take(2).map(|row| (&row[4], &row[5], &row[8])).collect();
    let number = |number: u32| Cell::from(number);
    let yes = Cell::from("yes");
    assert_eq!(first, [(&number(11), &number(5), &yes), (&number(9), &number(15), &yes)], "what was taken back stays");
    let ratings = &table("Self-rating").rows;
    assert_eq!(ratings.len(), 4, "two scales, before and after");
    assert_eq!(ratings[0][3..], [Cell::from("fewer than five at a value, not shown by value"), Cell::from(1.8)]);
    assert_eq!(ratings[2][3], Cell::from("fewer than five, not shown"), "four people's rating");
    assert!(table("Times").rows.iter().all(|row| matches!(row[1], Cell::Number(seconds) if seconds > 0.0)));
    assert_eq!(table("Shares").rows.len(), 4);
}

/// The number in a cell; nothing is 0.
fn number_in(cell: &Cell) -> f64 {
    match cell {
        Cell::Number(number) => *number,
        Cell::Empty => 0.0,
        Cell::Text(text) => panic!("{text} is no number"),
    }
}

#[test]
fn the_way_adds_up_row_by_row_and_ends_where_the_session_says() {
    for (id, decisions) in [("crisis", 0), ("crisis", 3), ("product-launch", 2), ("first-delegation", 99)] {
        let mut session = session(&shipped(id));
        go_to(&mut session, Phase::Read);
        for _ in 0..decisions {
            if session.state().run().ending().is_none() {
                go_to(&mut session, Phase::Reveal);
                go_to(&mut session, Phase::Consequence);
                take(&mut session, [Act::Next]);
            }
        }
        let tables = tables_of(&session);
        let table = |name: &str| tables.iter().find(|table| table.name == name).expect("a table");
        let way = table("Way");
        let column = |head: &str| way.head.iter().position(|name| *name == head).expect("a column");
        for meter in ["leadership", "management"] {
            let [by_situation, by_answer] =
                ["situation", "answer"].map(|what| column(&format!("{meter} by the {what}")));
            let mut at = number_in(&way.rows[0][column(meter)]);
            for row in &way.rows[1..] {
                at += number_in(&row[by_situation]) + number_in(&row[by_answer]);
                assert_eq!(at, number_in(&row[column(meter)]), "{id}, {meter}: {row:?}");
            }
            let session = table("Session").rows.iter().find(|row| row[0] == Cell::from(meter)).expect("a field");
            assert_eq!(at, number_in(&session[1]), "{id} after {decisions}: the two tables agree on {meter}");
        }
    }
}

#[test]
fn a_time_in_the_record_says_by_which_clock() {
    let began = |ahead| {
        let session = a_whole_session();
        let tables = tables(&session, &Review::of(session.state(), 1_000_000), ahead);
        let row = tables[0].rows.iter().find(|row| row[0] == Cell::from("began")).expect("when it began");
        row[1].clone()
    };
    assert_eq!(began(60), Cell::from("1970-01-01 01:16 UTC+1"));
    assert_eq!(began(0), Cell::from("1970-01-01 00:16 UTC"));
}

#[test]
fn no_field_of_a_csv_begins_like_a_formula() {
    for session in [a_whole_session(), with_teams()] {
        let csv = csv(&tables_of(&session));
        for begin in ["\"=", "\"+", "\"-", "\"@"] {
            assert!(!csv.contains(&format!(",{begin}")), "{begin}");
        }
    }
    assert!(csv(&tables_of(&with_teams())).contains("\"'=1+1\""));
}
