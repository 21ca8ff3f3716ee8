package dates

import (
	"testing"

	"github.com/isnad-news/isnad"
)

func TestEnglishDays(t *testing.T) {
	check(t, isnad.English, wednesday, []sentence{
		{"The ministers met on Wednesday in the port.", "Wednesday = 2025-02-12"},
		{"The ministers met late on Tuesday.", "Tuesday = 2025-02-11"},
		{"The plant closed Thursday, the mayor said.", "Thursday = 2025-02-06"},
		{"The ministers will meet Friday in the port.", "Friday = 2025-02-14"},
		{"The minister is scheduled to arrive on Sunday.", "Sunday = 2025-02-16"},
		{"The council plans to vote on Saturday.", "Saturday = 2025-02-15"},
		{"They agreed to meet on Monday.", "Monday = 2025-02-17"},
		{"The minister said on Tuesday he would fly home on Friday.", "Tuesday = 2025-02-11; Friday = 2025-02-14"},
		{"On Friday, the minister will fly home.", "Friday = 2025-02-14"},
		{"On Friday, the minister flew home.", "Friday = 2025-02-07"},
		{"The minister was scheduled to arrive on Friday.", "Friday = "},
		{"The talks were due to end on Wednesday.", "Wednesday = 2025-02-12"},
		{"A summit to be held on Thursday worries them.", "Thursday = 2025-02-13"},
		{"The talks resume Friday.", "Friday = 2025-02-14"},
		{"They spoke Wednesday evening for an hour.", "Wednesday evening = 2025-02-12"},
		{"Monday's fire killed nobody.", "Monday = 2025-02-10"},
		{"Monday’s fire killed nobody.", "Monday = 2025-02-10"},
		{"They met last Friday.", "last Friday = 2025-02-07"},
		{"They met last Wednesday.", "last Wednesday = 2025-02-05"},
		{"They meet next Friday.", "next Friday = 2025-02-21"},
		{"They meet this Friday.", "this Friday = 2025-02-14"},
		{"They meet on Friday next week.", "Friday next week = 2025-02-21"},
		{"It happened on Wednesday, Feb. 12, 2025, at noon.", "Wednesday, Feb. 12, 2025 = 2025-02-12"},
		{"It happened on Wednesday (Feb 12).", "Wednesday (Feb 12) = 2025-02-12"},
		{"\"We will answer,\" he said on Monday.", "Monday = 2025-02-10"},
	})
}

func TestEnglishNotDates(t *testing.T) {
	check(t, isnad.English, wednesday, []sentence{
		{"He may march in the sun.", ""},
		{"She sat down and wed him.", ""},
		{"Every Friday they pray, and on Sundays they rest.", ""},
		{"Shops cut prices on Black Friday.", ""},
		{"He told USA Today so.", ""},
		{"The war went on for 3 years.", ""},
		{"He promised peace within 24 hours.", ""},
		{"It happened recently, or soon after.", ""},
		{"In the 1990s and the 1980's they left.", ""},
		{"The team won 3-1 and 12/2.", ""},
		{"Aid reached 2000 villages.", ""},
		{"A total of 2014 people came.", ""},
		{"The general, 80, retired.", ""},
		{"They met on 31 February 1990.", ""},
		{"They met on the first Friday of each month.", ""},
		{"In the last year of his term.", ""},
		{"The Sept. 11 attacks changed that.", ""},
		{"The next day they left.", ""},
		{"Paragraph 12 says so.", ""},
	})
}

func TestEnglishDeictics(t *testing.T) {
	check(t, isnad.English, wednesday, []sentence{
		{"They spoke yesterday.", "yesterday = 2025-02-11"},
		{"They speak today.", "today = 2025-02-12"},
		{"They speak tomorrow morning.", "tomorrow morning = 2025-02-13"},
		{"They left the day before yesterday.", "the day before yesterday = 2025-02-10"},
		{"They leave the day after tomorrow.", "the day after tomorrow = 2025-02-14"},
		{"They speak tonight.", "tonight = 2025-02-12"},
		{"Shelling went on last night.", "last night = 2025-02-11"},
		{"They spoke this morning.", "this morning = 2025-02-12"},
		{"They left three days ago.", "three days ago = 2025-02-09"},
		{"They left 10 days ago.", "10 days ago = 2025-02-02"},
		{"They left two weeks ago.", "two weeks ago = 2025-W05"},
		{"They left a year ago.", "a year ago = 2024"},
		{"They left a few days ago.", ""},
	})
}

func TestEnglishCalendar(t *testing.T) {
	check(t, isnad.English, wednesday, []sentence{
		{"They met on 12 February 2025.", "12 February 2025 = 2025-02-12"},
		{"They met on February 12.", "February 12 = 2025-02-12"},
		{"They met on 12 February.", "12 February = 2025-02-12"},
		{"They met on the 12th of February.", "12th of February = 2025-02-12"},
		{"They met on Sept. 11, 2001.", "Sept. 11, 2001 = 2001-09-11"},
		{"They met on 20 December.", "20 December = 2024-12-20"},
		{"They will meet on 20 March.", "20 March = 2025-03-20"},
		{"They met last June.", "last June = 2024-06"},
		{"They met in June.", "June = 2024-06"},
		{"They will meet in May.", "May = 2025-05"},
		{"They met in May 2014.", "May 2014 = 2014-05"},
		{"They met in February, 2014.", "February, 2014 = 2014-02"},
		{"They met in May last year.", "May last year = 2024-05"},
		{"They met between 3 and 5 May 2014.", "3 = 2014-05-03; 5 May 2014 = 2014-05-05"},
		{"They met May 3-5, 2014.", "May 3 = 2014-05-03; 5, 2014 = 2014-05-05"},
		{"Dated 2025-02-12.", "2025-02-12 = 2025-02-12"},
		{"Dated 30/1/2025.", "30/1/2025 = 2025-01-30"},
		{"Dated 1/30/2025.", "1/30/2025 = 2025-01-30"},
		{"Dated 12.02.2025.", "12.02.2025 = 2025-02-12"},
		{"Dated 13/13/2025.", ""},
		{"They fasted on 15 Sha'ban 1446.", "15 Sha'ban 1446 = 2025-02-14"},
	})
}

func TestEnglishPeriods(t *testing.T) {
	check(t, isnad.English, wednesday, []sentence{
		{"They met this week.", "this week = 2025-W07"},
		{"They met last week.", "last week = 2025-W06"},
		{"They meet next month.", "next month = 2025-03"},
		{"Last year's harvest was poor.", "Last year = 2024"},
		{"It rose in 2014, then fell.", "2014 = 2014"},
		{"It rose since 2011.", "2011 = 2011"},
		{"Between 2011 and 2013 it rose.", "2011 = 2011; 2013 = 2013"},
		{"After the 2022 invasion they left.", "2022 = 2022"},
		{"In the year 2030 it ends.", "year 2030 = 2030"},
		{"It ends by the end of the year.", "year = 2025"},
		{"The campaign of 2008 was long.", "2008 = 2008"},
	})
}
