//! English.

use super::super::concepts::NAMES;
use super::{ConceptWords, Contrast, Dimension, Guide, Handout, Heading, Labels, Outcome, Question, Reflection};

/// The field guide in English.
pub static GUIDE: Guide = Guide {
    page: Heading {
        title: "Field guide",
        line: "All that the stories are about, on one page. Read it before, after or between them; the stories work without it too.",
    },
    hats: Heading { title: "The two hats", line: "Six short answers to what they are, and why you own both." },
    managers: Heading { title: "What managers do", line: "Five things that would be missed by noon." },
    leaders: Heading { title: "What leaders do", line: "Five things that would be missed by next year." },
    differ: Heading {
        title: "Where they differ",
        line: "Neither column is the better one. Read a row, and ask which half of it you did last week.",
    },
    places: Heading {
        title: "Four places where it shows",
        line: "Each decision in the stories belongs to one of these. Each time there is a manager’s way, and a leader’s.",
    },
    examples: Heading {
        title: "Two stories to start with",
        line: "Both hats in one place: on a hopeful day, and on a bad one.",
    },
    ends: Heading {
        title: "What too little of either does",
        line: "A story ends in one of four ways. So does many a real piece of work.",
    },
    asked: Heading {
        title: "Ten questions people ask",
        line: "The short answers are here. The long ones come from playing.",
    },
    mirror: Heading {
        title: "Look at yourself",
        line: "Put each slider where you are, not where you would like to be. No place on it is the right one.",
    },
    labels: Labels {
        managing: "Managing",
        leading: "Leading",
        happens: "What happens",
        feels: "How it feels from inside",
        first: "What to do first",
        practised: "Practised in",
        only_here: "Answered here",
        met: "You have met this",
        not_met: "Not met yet",
        met_of: "In your stories you have met {n} of {of}.",
        print: "Print the page to keep",
    },
    concepts: named([
        (
            "A1",
            "Many people and machines have to fit together every day. Managing makes that calm, tidy and on time, and asks whether each thing is done well.",
        ),
        (
            "A2",
            "It gives people a picture of what could be, and a reason to come. It asks whether this is worth doing at all, and who is with you.",
        ),
        ("A3", "A strong engine with no rudder goes nowhere in particular. A rudder with no engine does not go."),
        (
            "A4",
            "In a team of five you wear both hats before lunch. In a company of five thousand they may sit on two heads, which then had better talk.",
        ),
        (
            "A5",
            "Not half of each all the time, but the one that this hour asks for. Neither is the better hat. Whoever changes in time is a Leader-Manager.",
        ),
        (
            "A6",
            "If you keep one line, keep this: stock, time and money are there to be managed; people are there to be led.",
        ),
        (
            "M1",
            "Say what done means, with a number and a date. “No caller waits more than two minutes” can be met. “Better service” cannot.",
        ),
        (
            "M2",
            "Give each job an owner, and each owner what the job takes. If Ana is ill, all know who opens the shop.",
        ),
        (
            "M3",
            "Work out what it costs, in money and in weeks, before you promise it. Then keep a little back for the week that goes wrong.",
        ),
        (
            "M4",
            "Look at the numbers while a slip is still small. One late van on Monday is a chat. Ten by Friday are a lost customer.",
        ),
        ("M5", "Check the work before the customer does, and keep the rules that keep people safe."),
        (
            "L1",
            "Say where this is going, in words that people could repeat at home. “No child on our route walks in the dark” beats ten slides.",
        ),
        (
            "L2",
            "Give people a reason of their own to join. It has worked when they go on after you have left the room.",
        ),
        ("L3", "Hand someone a task that is one size too big, and stay near. The slip costs an hour; the skill stays."),
        ("L4", "Try a better way while the old one still pays. Two people who want to, and one week, are a start."),
        ("L5", "Do the hard part first, where all can see it. If you want mistakes told, tell one of your own."),
        (
            "C1",
            "An order is late. One hat looks for the step that broke; the other asks who has stopped caring, and why.",
        ),
        ("C2", "One wants today’s bread as good as yesterday’s. The other wants a bread that nobody has baked yet."),
        ("C3", "One writes the rota. The other makes a team that people want to be on the rota of."),
        ("C4", "Before a trip, one counts the fares and books the beds. The other says which coast, and why that one."),
        ("C5", "One asks about Friday’s delivery. The other asks who will still want the thing in ten years."),
        ("C6", "One can say: I sign for this. The other can move even those who do not report to it."),
        ("C7", "A new machine is on offer. One asks what could break, the other what is lost by never trying it."),
        (
            "C8",
            "The lights go out. One hat has a list and lamps. The other tells the night shift: you know this place best.",
        ),
        ("D1", "A new year, and two questions. What do we do, by when, for how much? And what is it all for?"),
        ("D2", "Nobody does it alone. So who does what, and who is with you?"),
        (
            "D3",
            "The work meets the world, and something sticks. You can mend the way it is done, or lift those who do it.",
        ),
        (
            "D4",
            "In the end something has changed hands: a promise kept to the day, or a thing that was not there before.",
        ),
        (
            "S1",
            "Somebody must see the gap, and somebody must keep the date. In “No Bin at the End” a tray works has a new tub, a proud team and a grocer who waits.",
        ),
        (
            "S2",
            "When the orders stop, people look for a face, and for a plan. In “Slack Water” a rope works must go on with forty fewer.",
        ),
        ("O1", "Everything is in order, and less and less of it matters."),
        ("O2", "Everyone can see the hill, and nobody packed the food."),
        ("O3", "No direction, no order. People do what comes next, until nothing does."),
        ("O4", "The engine runs, and somebody steers. Each hat is on when it is called for."),
        ("Q1", "Yes. Most of us have to, often on the same day."),
        ("Q2", "Neither. Ask which one is short right now."),
        ("Q3", "No. It takes people who come along, not a title."),
        ("Q4", "Yes. Much of it is craft, and craft comes with doing."),
        ("Q5", "It gets smooth, then slow, then out of date."),
        ("Q6", "Leading counts for more when there is no shared room."),
        ("Q7", "Hand over the how, and keep the where."),
        ("Q8", "No. Many of the best are quiet."),
        ("Q9", "See what will be better afterwards: a task, or a person."),
        ("Q10", "Where both sides are taught, and mistakes are cheap."),
        ("R1", "Last week’s diary knows which of the two you did more."),
        ("R2", "Watch yourself when somebody does it another way than you would."),
        ("R3", "The first makes good work. The second saves you from good work that nobody needs."),
    ]),
    contrasts: [
        contrast(
            0,
            "How the work is arranged: steps, rules, tasks",
            "Who does it and what for: people, customs, meaning",
        ),
        contrast(
            1,
            "Work that gets done, cheaply and the same every time",
            "Something new, something better, something larger",
        ),
        contrast(2, "Arranges, assigns, follows up", "Wins them over, gives them heart"),
        contrast(3, "A schedule and a sum of money", "A picture of the future and a way to get there"),
        contrast(4, "Today, this week, this quarter", "Years ahead, sometimes a generation"),
        contrast(5, "The post, and the line on the chart", "Being believed, being respected"),
        contrast(6, "Takes as little of it as it can", "Goes to meet it"),
        contrast(
            7,
            "Gets it back under control, so that tomorrow is no surprise",
            "Turns it into a reason, and hands it on",
        ),
    ],
    dimensions: [
        dimension(
            0,
            "Lists the steps, the weeks and the cost. By noon there is a plan on the wall that adds up.",
            "Says what it is for and what it could become. By noon people know why they would want to.",
        ),
        dimension(
            1,
            "Finds the right person for each box of the chart, and fills the empty ones.",
            "Says the aim so clearly that people come along from any box, or from none.",
        ),
        dimension(
            2,
            "Looks for the step that failed, mends it, and checks that it stays mended.",
            "Gives tired people heart, and clears what is in their way: a rule, a rival, an empty till.",
        ),
        dimension(
            3,
            "What was promised is there: the sum, the count, the day. Others can build on it.",
            "Something is new: a market, a way of working, a thing that nobody asked for and all now want.",
        ),
    ],
    outcomes: [
        outcome(
            0,
            "Rules grow on rules. A new idea needs eleven signatures, so no one has one. The numbers look fine until the day that customers want something else.",
            "Calm, on the whole. Meetings end on time, and the best people leave without a row. You hear “that is not how we do it”, and it sounds restful.",
            "Drop one rule this week. Then ask one person, with no form to fill in: what would you change?",
        ),
        outcome(
            1,
            "The speech was good, and people were moved. Then nobody owned the first step, two teams bought the same part, and the date went by.",
            "Thrilling, then tiring. Each week is a new start, and you say it all again, since nothing in the room has changed.",
            "Pick the one promise that matters most. Write down who does what by Friday, and start nothing else until it is kept.",
        ),
        outcome(
            2,
            "No one says where to, and no one keeps the list. Each mends what is in front of them, in their own way, until two mends collide.",
            "Busy, and a bit lonely. You work late and could not say on what. People ask you less and less.",
            "Get everyone together for twenty minutes. Agree on one thing to be done by Friday, and on why it is worth doing.",
        ),
        outcome(
            3,
            "The work goes out on time, and people know what it is for. When the world turns, someone saw it early, and there is some money and some trust to turn with.",
            "Less like a balance than like changing shoes. Some days you count crates, some days you only listen.",
            "Go on asking which hat this hour needs. And bring on someone who is good at the one you like less.",
        ),
    ],
    questions: [
        Question {
            question: "Can one person wear both hats?",
            answer: "Yes, one after the other. A head nurse writes the night rota at eight, and at nine sits down with a trainee who wants to give up. The trick is to notice that the hour has changed.",
        },
        Question {
            question: "Which of the two matters more?",
            answer: "Neither. A ferry has an engine room and a bridge, and no passenger would want to choose. Ask which one your team has had too little of this month, and wear that on Monday.",
        },
        Question {
            question: "Is leading only for people at the top?",
            answer: "No. A clerk in his third week tries a shorter form and shows two desk mates that it saves them an hour. By spring the whole floor uses it, and nobody was told to. That is leading.",
        },
        Question {
            question: "Can managing be learned?",
            answer: "Yes. How to plan a week, read a budget and run a check can be taught, and the rest comes with doing it. Your first schedule will be wrong. The tenth will hold, since you wrote down why the nine did not.",
        },
        Question {
            question: "What comes of much managing and little leading?",
            answer: "First it gets smooth, then it gets slow. A printer who never ships a day late may still be printing phone books. How that feels, and what to do first, stands under “Over-managed, under-led”.",
        },
        Question {
            question: "Does it change when people work apart?",
            answer: "Leading gets more weight. No one meets at the kettle, so trust and customs have to be made on purpose. A lead in Lisbon who starts each call with what she got wrong that week does more than one more report.",
        },
        Question {
            question: "What is the first step from manager to leader?",
            answer: "Give away how it is done, and keep where it is going. “They eat by seven and go home happy. The menu is yours, Tomás.” Then keep your hands in your pockets while he does it his way.",
        },
        Question {
            question: "Must a leader have charm?",
            answer: "No. Some lead with few words: they know the craft, think first, and do what they said. When Ines in the workshop says “not yet”, all wait. She has never made a speech.",
        },
        Question {
            question: "Which hat am I wearing right now?",
            answer: "Ask what will be better when you are done. If it is a task, like an order that leaves today, you are managing. If it is a person, like Bo, who can now send it without you, you are leading.",
        },
        Question {
            question: "Where can I train the balance?",
            answer: "Look for a course that teaches both sides: how to plan and cost the work, and how to listen and be trusted. Then try it where a slip is cheap. This game is one such room, and next week’s small meeting is another.",
        },
    ],
    reflections: [
        Reflection {
            question: "Where do your hours go?",
            left: "Fitting tasks together",
            right: "Showing where it leads",
            says: [
                "Things fit, thanks to you. Keep one hour this week to say what they are for.",
                "You share your hours out. See to it that both halves get you while you are fresh.",
                "People know where you want to go. Ask one of them what the next step is, and who takes it.",
            ],
        },
        Reflection {
            question: "When it matters, what do you reach for?",
            left: "I keep hold of it",
            right: "I win people over",
            says: [
                "Little slips past you, and little grows without you. Let one thing go its own way this week.",
                "You hold on, and you let go. Do people know beforehand which it will be?",
                "People come because they want to. Name one thing that is not up for talk.",
            ],
        },
        Reflection {
            question: "Which of these do you ask more often?",
            left: "Is it done right?",
            right: "Is it the right thing?",
            says: [
                "Your work is sound. Ask of one task today: who would miss it?",
                "You ask both. Ask what it is for before the start, and how well it is done before the end.",
                "You look up often. Pick one thing that is worth it, and see it through to the last screw.",
            ],
        },
    ],
    handout: Handout {
        page: Heading {
            title: "Two hats: a page to keep",
            line: "For the wall, the drawer or the next meeting. One points the way, the other keeps the promise.",
        },
        ask_title: "Before the next meeting, ask",
        ask: [
            "What here must run, and who keeps it running?",
            "Where is this going, and who is coming along?",
            "Which hat have I worn all week? Try the other one.",
        ],
        foot: "From Two Hats, a game about leading and managing.",
    },
};

/// The concepts, each beside its name.
const fn named(texts: [(&'static str, &'static str); 47]) -> [ConceptWords; 47] {
    let mut all = [const { ConceptWords { id: "", name: "", text: "" } }; 47];
    let mut at = 0;
    while at < all.len() {
        let (id, text) = texts[at];
        all[at] = ConceptWords { id, name: NAMES[at], text };
        at += 1;
    }
    all
}

/// The places of C1, D1 and O1 in the list.
const C1: usize = 16;
const D1: usize = 24;
const O1: usize = 30;

const fn contrast(at: usize, managing: &'static str, leading: &'static str) -> Contrast {
    Contrast { aspect: NAMES[C1 + at], managing, leading }
}

const fn dimension(at: usize, manager: &'static str, leader: &'static str) -> Dimension {
    Dimension { name: NAMES[D1 + at], manager, leader }
}

const fn outcome(at: usize, happens: &'static str, feels: &'static str, first: &'static str) -> Outcome {
    Outcome { name: NAMES[O1 + at], happens, feels, first }
}
