"""Generated from content/ by `python build.py`; do not edit. Change content/ and build."""

from datetime import date

from calculators.counting import WorkingCalendar

CALENDARS = {
    "england-and-wales": WorkingCalendar(
        id="england-and-wales",
        name="England and Wales",
        first=date(2000, 1, 1),
        last=date(2050, 12, 31),
        published=date(2028, 12, 31),
        holidays={
            date(2000, 1, 3): "New Year’s Day (substitute day)",  # historic
            date(2000, 4, 21): "Good Friday",  # historic
            date(2000, 4, 24): "Easter Monday",  # historic
            date(2000, 5, 1): "Early May bank holiday",  # historic
            date(2000, 5, 29): "Spring bank holiday",  # historic
            date(2000, 8, 28): "Summer bank holiday",  # historic
            date(2000, 12, 25): "Christmas Day",  # historic
            date(2000, 12, 26): "Boxing Day",  # historic
            date(2001, 1, 1): "New Year’s Day",  # historic
            date(2001, 4, 13): "Good Friday",  # historic
            date(2001, 4, 16): "Easter Monday",  # historic
            date(2001, 5, 7): "Early May bank holiday",  # historic
            date(2001, 5, 28): "Spring bank holiday",  # historic
            date(2001, 8, 27): "Summer bank holiday",  # historic
            date(2001, 12, 25): "Christmas Day",  # historic
            date(2001, 12, 26): "Boxing Day",  # historic
            date(2002, 1, 1): "New Year’s Day",  # historic
            date(2002, 3, 29): "Good Friday",  # historic
            date(2002, 4, 1): "Easter Monday",  # historic
            date(2002, 5, 6): "Early May bank holiday",  # historic
            date(2002, 6, 3): "Queen’s Golden Jubilee",  # historic
            date(2002, 6, 4): "Spring bank holiday",  # historic
            date(2002, 8, 26): "Summer bank holiday",  # historic
            date(2002, 12, 25): "Christmas Day",  # historic
            date(2002, 12, 26): "Boxing Day",  # historic
            date(2003, 1, 1): "New Year’s Day",  # historic
            date(2003, 4, 18): "Good Friday",  # historic
            date(2003, 4, 21): "Easter Monday",  # historic
            date(2003, 5, 5): "Early May bank holiday",  # historic
            date(2003, 5, 26): "Spring bank holiday",  # historic
            date(2003, 8, 25): "Summer bank holiday",  # historic
            date(2003, 12, 25): "Christmas Day",  # historic
            date(2003, 12, 26): "Boxing Day",  # historic
            date(2004, 1, 1): "New Year’s Day",  # historic
            date(2004, 4, 9): "Good Friday",  # historic
            date(2004, 4, 12): "Easter Monday",  # historic
            date(2004, 5, 3): "Early May bank holiday",  # historic
            date(2004, 5, 31): "Spring bank holiday",  # historic
            date(2004, 8, 30): "Summer bank holiday",  # historic
            date(2004, 12, 27): "Christmas Day (substitute day)",  # historic
            date(2004, 12, 28): "Boxing Day (substitute day)",  # historic
            date(2005, 1, 3): "New Year’s Day (substitute day)",  # historic
            date(2005, 3, 25): "Good Friday",  # historic
            date(2005, 3, 28): "Easter Monday",  # historic
            date(2005, 5, 2): "Early May bank holiday",  # historic
            date(2005, 5, 30): "Spring bank holiday",  # historic
            date(2005, 8, 29): "Summer bank holiday",  # historic
            date(2005, 12, 26): "Boxing Day",  # historic
            date(2005, 12, 27): "Christmas Day (substitute day)",  # historic
            date(2006, 1, 2): "New Year’s Day (substitute day)",  # historic
            date(2006, 4, 14): "Good Friday",  # historic
            date(2006, 4, 17): "Easter Monday",  # historic
            date(2006, 5, 1): "Early May bank holiday",  # historic
            date(2006, 5, 29): "Spring bank holiday",  # historic
            date(2006, 8, 28): "Summer bank holiday",  # historic
            date(2006, 12, 25): "Christmas Day",  # historic
            date(2006, 12, 26): "Boxing Day",  # historic
            date(2007, 1, 1): "New Year’s Day",  # historic
            date(2007, 4, 6): "Good Friday",  # historic
            date(2007, 4, 9): "Easter Monday",  # historic
            date(2007, 5, 7): "Early May bank holiday",  # historic
            date(2007, 5, 28): "Spring bank holiday",  # historic
            date(2007, 8, 27): "Summer bank holiday",  # historic
            date(2007, 12, 25): "Christmas Day",  # historic
            date(2007, 12, 26): "Boxing Day",  # historic
            date(2008, 1, 1): "New Year’s Day",  # historic
            date(2008, 3, 21): "Good Friday",  # historic
            date(2008, 3, 24): "Easter Monday",  # historic
            date(2008, 5, 5): "Early May bank holiday",  # historic
            date(2008, 5, 26): "Spring bank holiday",  # historic
            date(2008, 8, 25): "Summer bank holiday",  # historic
            date(2008, 12, 25): "Christmas Day",  # historic
            date(2008, 12, 26): "Boxing Day",  # historic
            date(2009, 1, 1): "New Year’s Day",  # historic
            date(2009, 4, 10): "Good Friday",  # historic
            date(2009, 4, 13): "Easter Monday",  # historic
            date(2009, 5, 4): "Early May bank holiday",  # historic
            date(2009, 5, 25): "Spring bank holiday",  # historic
            date(2009, 8, 31): "Summer bank holiday",  # historic
            date(2009, 12, 25): "Christmas Day",  # historic
            date(2009, 12, 28): "Boxing Day (substitute day)",  # historic
            date(2010, 1, 1): "New Year’s Day",  # historic
            date(2010, 4, 2): "Good Friday",  # historic
            date(2010, 4, 5): "Easter Monday",  # historic
            date(2010, 5, 3): "Early May bank holiday",  # historic
            date(2010, 5, 31): "Spring bank holiday",  # historic
            date(2010, 8, 30): "Summer bank holiday",  # historic
            date(2010, 12, 27): "Christmas Day (substitute day)",  # historic
            date(2010, 12, 28): "Boxing Day (substitute day)",  # historic
            date(2011, 1, 3): "New Year’s Day (substitute day)",  # historic
            date(2011, 4, 22): "Good Friday",  # historic
            date(2011, 4, 25): "Easter Monday",  # historic
            date(2011, 4, 29): "Royal wedding",  # historic
            date(2011, 5, 2): "Early May bank holiday",  # historic
            date(2011, 5, 30): "Spring bank holiday",  # historic
            date(2011, 8, 29): "Summer bank holiday",  # historic
            date(2011, 12, 26): "Boxing Day",  # historic
            date(2011, 12, 27): "Christmas Day (substitute day)",  # historic
            date(2012, 1, 2): "New Year’s Day (substitute day)",  # published
            date(2012, 4, 6): "Good Friday",  # published
            date(2012, 4, 9): "Easter Monday",  # published
            date(2012, 5, 7): "Early May bank holiday",  # published
            date(2012, 6, 4): "Spring bank holiday (substitute day)",  # published
            date(2012, 6, 5): "Queen’s Diamond Jubilee",  # published
            date(2012, 8, 27): "Summer bank holiday",  # published
            date(2012, 12, 25): "Christmas Day",  # published
            date(2012, 12, 26): "Boxing Day",  # published
            date(2013, 1, 1): "New Year’s Day",  # published
            date(2013, 3, 29): "Good Friday",  # published
            date(2013, 4, 1): "Easter Monday",  # published
            date(2013, 5, 6): "Early May bank holiday",  # published
            date(2013, 5, 27): "Spring bank holiday",  # published
            date(2013, 8, 26): "Summer bank holiday",  # published
            date(2013, 12, 25): "Christmas Day",  # published
            date(2013, 12, 26): "Boxing Day",  # published
            date(2014, 1, 1): "New Year’s Day",  # published
            date(2014, 4, 18): "Good Friday",  # published
            date(2014, 4, 21): "Easter Monday",  # published
            date(2014, 5, 5): "Early May bank holiday",  # published
            date(2014, 5, 26): "Spring bank holiday",  # published
            date(2014, 8, 25): "Summer bank holiday",  # published
            date(2014, 12, 25): "Christmas Day",  # published
            date(2014, 12, 26): "Boxing Day",  # published
            date(2015, 1, 1): "New Year’s Day",  # published
            date(2015, 4, 3): "Good Friday",  # published
            date(2015, 4, 6): "Easter Monday",  # published
            date(2015, 5, 4): "Early May bank holiday",  # published
            date(2015, 5, 25): "Spring bank holiday",  # published
            date(2015, 8, 31): "Summer bank holiday",  # published
            date(2015, 12, 25): "Christmas Day",  # published
            date(2015, 12, 28): "Boxing Day (substitute day)",  # published
            date(2016, 1, 1): "New Year’s Day",  # published
            date(2016, 3, 25): "Good Friday",  # published
            date(2016, 3, 28): "Easter Monday",  # published
            date(2016, 5, 2): "Early May bank holiday",  # published
            date(2016, 5, 30): "Spring bank holiday",  # published
            date(2016, 8, 29): "Summer bank holiday",  # published
            date(2016, 12, 26): "Boxing Day",  # published
            date(2016, 12, 27): "Christmas Day (substitute day)",  # published
            date(2017, 1, 2): "New Year’s Day (substitute day)",  # published
            date(2017, 4, 14): "Good Friday",  # published
            date(2017, 4, 17): "Easter Monday",  # published
            date(2017, 5, 1): "Early May bank holiday",  # published
            date(2017, 5, 29): "Spring bank holiday",  # published
            date(2017, 8, 28): "Summer bank holiday",  # published
            date(2017, 12, 25): "Christmas Day",  # published
            date(2017, 12, 26): "Boxing Day",  # published
            date(2018, 1, 1): "New Year’s Day",  # published
            date(2018, 3, 30): "Good Friday",  # published
            date(2018, 4, 2): "Easter Monday",  # published
            date(2018, 5, 7): "Early May bank holiday",  # published
            date(2018, 5, 28): "Spring bank holiday",  # published
            date(2018, 8, 27): "Summer bank holiday",  # published
            date(2018, 12, 25): "Christmas Day",  # published
            date(2018, 12, 26): "Boxing Day",  # published
            date(2019, 1, 1): "New Year’s Day",  # published
            date(2019, 4, 19): "Good Friday",  # published
            date(2019, 4, 22): "Easter Monday",  # published
            date(2019, 5, 6): "Early May bank holiday",  # published
            date(2019, 5, 27): "Spring bank holiday",  # published
            date(2019, 8, 26): "Summer bank holiday",  # published
            date(2019, 12, 25): "Christmas Day",  # published
            date(2019, 12, 26): "Boxing Day",  # published
            date(2020, 1, 1): "New Year’s Day",  # published
            date(2020, 4, 10): "Good Friday",  # published
            date(2020, 4, 13): "Easter Monday",  # published
            date(2020, 5, 8): "Early May bank holiday (VE day)",  # published
            date(2020, 5, 25): "Spring bank holiday",  # published
            date(2020, 8, 31): "Summer bank holiday",  # published
            date(2020, 12, 25): "Christmas Day",  # published
            date(2020, 12, 28): "Boxing Day (substitute day)",  # published
            date(2021, 1, 1): "New Year’s Day",  # published
            date(2021, 4, 2): "Good Friday",  # published
            date(2021, 4, 5): "Easter Monday",  # published
            date(2021, 5, 3): "Early May bank holiday",  # published
            date(2021, 5, 31): "Spring bank holiday",  # published
            date(2021, 8, 30): "Summer bank holiday",  # published
            date(2021, 12, 27): "Christmas Day (substitute day)",  # published
            date(2021, 12, 28): "Boxing Day (substitute day)",  # published
            date(2022, 1, 3): "New Year’s Day (substitute day)",  # published
            date(2022, 4, 15): "Good Friday",  # published
            date(2022, 4, 18): "Easter Monday",  # published
            date(2022, 5, 2): "Early May bank holiday",  # published
            date(2022, 6, 2): "Spring bank holiday",  # published
            date(2022, 6, 3): "Platinum Jubilee bank holiday",  # published
            date(2022, 8, 29): "Summer bank holiday",  # published
            date(2022, 9, 19): "Bank Holiday for the State Funeral of Queen Elizabeth II",  # published
            date(2022, 12, 26): "Boxing Day",  # published
            date(2022, 12, 27): "Christmas Day (substitute day)",  # published
            date(2023, 1, 2): "New Year’s Day (substitute day)",  # published
            date(2023, 4, 7): "Good Friday",  # published
            date(2023, 4, 10): "Easter Monday",  # published
            date(2023, 5, 1): "Early May bank holiday",  # published
            date(2023, 5, 8): "Bank holiday for the coronation of King Charles III",  # published
            date(2023, 5, 29): "Spring bank holiday",  # published
            date(2023, 8, 28): "Summer bank holiday",  # published
            date(2023, 12, 25): "Christmas Day",  # published
            date(2023, 12, 26): "Boxing Day",  # published
            date(2024, 1, 1): "New Year’s Day",  # published
            date(2024, 3, 29): "Good Friday",  # published
            date(2024, 4, 1): "Easter Monday",  # published
            date(2024, 5, 6): "Early May bank holiday",  # published
            date(2024, 5, 27): "Spring bank holiday",  # published
            date(2024, 8, 26): "Summer bank holiday",  # published
            date(2024, 12, 25): "Christmas Day",  # published
            date(2024, 12, 26): "Boxing Day",  # published
            date(2025, 1, 1): "New Year’s Day",  # published
            date(2025, 4, 18): "Good Friday",  # published
            date(2025, 4, 21): "Easter Monday",  # published
            date(2025, 5, 5): "Early May bank holiday",  # published
            date(2025, 5, 26): "Spring bank holiday",  # published
            date(2025, 8, 25): "Summer bank holiday",  # published
            date(2025, 12, 25): "Christmas Day",  # published
            date(2025, 12, 26): "Boxing Day",  # published
            date(2026, 1, 1): "New Year’s Day",  # published
            date(2026, 4, 3): "Good Friday",  # published
            date(2026, 4, 6): "Easter Monday",  # published
            date(2026, 5, 4): "Early May bank holiday",  # published
            date(2026, 5, 25): "Spring bank holiday",  # published
            date(2026, 8, 31): "Summer bank holiday",  # published
            date(2026, 12, 25): "Christmas Day",  # published
            date(2026, 12, 28): "Boxing Day (substitute day)",  # published
            date(2027, 1, 1): "New Year’s Day",  # published
            date(2027, 3, 26): "Good Friday",  # published
            date(2027, 3, 29): "Easter Monday",  # published
            date(2027, 5, 3): "Early May bank holiday",  # published
            date(2027, 5, 31): "Spring bank holiday",  # published
            date(2027, 8, 30): "Summer bank holiday",  # published
            date(2027, 12, 27): "Christmas Day (substitute day)",  # published
            date(2027, 12, 28): "Boxing Day (substitute day)",  # published
            date(2028, 1, 3): "New Year’s Day (substitute day)",  # published
            date(2028, 4, 14): "Good Friday",  # published
            date(2028, 4, 17): "Easter Monday",  # published
            date(2028, 5, 1): "Early May bank holiday",  # published
            date(2028, 5, 29): "Spring bank holiday",  # published
            date(2028, 8, 28): "Summer bank holiday",  # published
            date(2028, 12, 25): "Christmas Day",  # published
            date(2028, 12, 26): "Boxing Day",  # published
            date(2029, 1, 1): "New Year’s Day",  # projected
            date(2029, 3, 30): "Good Friday",  # projected
            date(2029, 4, 2): "Easter Monday",  # projected
            date(2029, 5, 7): "Early May bank holiday",  # projected
            date(2029, 5, 28): "Spring bank holiday",  # projected
            date(2029, 8, 27): "Summer bank holiday",  # projected
            date(2029, 12, 25): "Christmas Day",  # projected
            date(2029, 12, 26): "Boxing Day",  # projected
            date(2030, 1, 1): "New Year’s Day",  # projected
            date(2030, 4, 19): "Good Friday",  # projected
            date(2030, 4, 22): "Easter Monday",  # projected
            date(2030, 5, 6): "Early May bank holiday",  # projected
            date(2030, 5, 27): "Spring bank holiday",  # projected
            date(2030, 8, 26): "Summer bank holiday",  # projected
            date(2030, 12, 25): "Christmas Day",  # projected
            date(2030, 12, 26): "Boxing Day",  # projected
            date(2031, 1, 1): "New Year’s Day",  # projected
            date(2031, 4, 11): "Good Friday",  # projected
            date(2031, 4, 14): "Easter Monday",  # projected
            date(2031, 5, 5): "Early May bank holiday",  # projected
            date(2031, 5, 26): "Spring bank holiday",  # projected
            date(2031, 8, 25): "Summer bank holiday",  # projected
            date(2031, 12, 25): "Christmas Day",  # projected
            date(2031, 12, 26): "Boxing Day",  # projected
            date(2032, 1, 1): "New Year’s Day",  # projected
            date(2032, 3, 26): "Good Friday",  # projected
            date(2032, 3, 29): "Easter Monday",  # projected
            date(2032, 5, 3): "Early May bank holiday",  # projected
            date(2032, 5, 31): "Spring bank holiday",  # projected
            date(2032, 8, 30): "Summer bank holiday",  # projected
            date(2032, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2032, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2033, 1, 3): "New Year’s Day (substitute day)",  # projected
            date(2033, 4, 15): "Good Friday",  # projected
            date(2033, 4, 18): "Easter Monday",  # projected
            date(2033, 5, 2): "Early May bank holiday",  # projected
            date(2033, 5, 30): "Spring bank holiday",  # projected
            date(2033, 8, 29): "Summer bank holiday",  # projected
            date(2033, 12, 26): "Boxing Day",  # projected
            date(2033, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2034, 1, 2): "New Year’s Day (substitute day)",  # projected
            date(2034, 4, 7): "Good Friday",  # projected
            date(2034, 4, 10): "Easter Monday",  # projected
            date(2034, 5, 1): "Early May bank holiday",  # projected
            date(2034, 5, 29): "Spring bank holiday",  # projected
            date(2034, 8, 28): "Summer bank holiday",  # projected
            date(2034, 12, 25): "Christmas Day",  # projected
            date(2034, 12, 26): "Boxing Day",  # projected
            date(2035, 1, 1): "New Year’s Day",  # projected
            date(2035, 3, 23): "Good Friday",  # projected
            date(2035, 3, 26): "Easter Monday",  # projected
            date(2035, 5, 7): "Early May bank holiday",  # projected
            date(2035, 5, 28): "Spring bank holiday",  # projected
            date(2035, 8, 27): "Summer bank holiday",  # projected
            date(2035, 12, 25): "Christmas Day",  # projected
            date(2035, 12, 26): "Boxing Day",  # projected
            date(2036, 1, 1): "New Year’s Day",  # projected
            date(2036, 4, 11): "Good Friday",  # projected
            date(2036, 4, 14): "Easter Monday",  # projected
            date(2036, 5, 5): "Early May bank holiday",  # projected
            date(2036, 5, 26): "Spring bank holiday",  # projected
            date(2036, 8, 25): "Summer bank holiday",  # projected
            date(2036, 12, 25): "Christmas Day",  # projected
            date(2036, 12, 26): "Boxing Day",  # projected
            date(2037, 1, 1): "New Year’s Day",  # projected
            date(2037, 4, 3): "Good Friday",  # projected
            date(2037, 4, 6): "Easter Monday",  # projected
            date(2037, 5, 4): "Early May bank holiday",  # projected
            date(2037, 5, 25): "Spring bank holiday",  # projected
            date(2037, 8, 31): "Summer bank holiday",  # projected
            date(2037, 12, 25): "Christmas Day",  # projected
            date(2037, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2038, 1, 1): "New Year’s Day",  # projected
            date(2038, 4, 23): "Good Friday",  # projected
            date(2038, 4, 26): "Easter Monday",  # projected
            date(2038, 5, 3): "Early May bank holiday",  # projected
            date(2038, 5, 31): "Spring bank holiday",  # projected
            date(2038, 8, 30): "Summer bank holiday",  # projected
            date(2038, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2038, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2039, 1, 3): "New Year’s Day (substitute day)",  # projected
            date(2039, 4, 8): "Good Friday",  # projected
            date(2039, 4, 11): "Easter Monday",  # projected
            date(2039, 5, 2): "Early May bank holiday",  # projected
            date(2039, 5, 30): "Spring bank holiday",  # projected
            date(2039, 8, 29): "Summer bank holiday",  # projected
            date(2039, 12, 26): "Boxing Day",  # projected
            date(2039, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2040, 1, 2): "New Year’s Day (substitute day)",  # projected
            date(2040, 3, 30): "Good Friday",  # projected
            date(2040, 4, 2): "Easter Monday",  # projected
            date(2040, 5, 7): "Early May bank holiday",  # projected
            date(2040, 5, 28): "Spring bank holiday",  # projected
            date(2040, 8, 27): "Summer bank holiday",  # projected
            date(2040, 12, 25): "Christmas Day",  # projected
            date(2040, 12, 26): "Boxing Day",  # projected
            date(2041, 1, 1): "New Year’s Day",  # projected
            date(2041, 4, 19): "Good Friday",  # projected
            date(2041, 4, 22): "Easter Monday",  # projected
            date(2041, 5, 6): "Early May bank holiday",  # projected
            date(2041, 5, 27): "Spring bank holiday",  # projected
            date(2041, 8, 26): "Summer bank holiday",  # projected
            date(2041, 12, 25): "Christmas Day",  # projected
            date(2041, 12, 26): "Boxing Day",  # projected
            date(2042, 1, 1): "New Year’s Day",  # projected
            date(2042, 4, 4): "Good Friday",  # projected
            date(2042, 4, 7): "Easter Monday",  # projected
            date(2042, 5, 5): "Early May bank holiday",  # projected
            date(2042, 5, 26): "Spring bank holiday",  # projected
            date(2042, 8, 25): "Summer bank holiday",  # projected
            date(2042, 12, 25): "Christmas Day",  # projected
            date(2042, 12, 26): "Boxing Day",  # projected
            date(2043, 1, 1): "New Year’s Day",  # projected
            date(2043, 3, 27): "Good Friday",  # projected
            date(2043, 3, 30): "Easter Monday",  # projected
            date(2043, 5, 4): "Early May bank holiday",  # projected
            date(2043, 5, 25): "Spring bank holiday",  # projected
            date(2043, 8, 31): "Summer bank holiday",  # projected
            date(2043, 12, 25): "Christmas Day",  # projected
            date(2043, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2044, 1, 1): "New Year’s Day",  # projected
            date(2044, 4, 15): "Good Friday",  # projected
            date(2044, 4, 18): "Easter Monday",  # projected
            date(2044, 5, 2): "Early May bank holiday",  # projected
            date(2044, 5, 30): "Spring bank holiday",  # projected
            date(2044, 8, 29): "Summer bank holiday",  # projected
            date(2044, 12, 26): "Boxing Day",  # projected
            date(2044, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2045, 1, 2): "New Year’s Day (substitute day)",  # projected
            date(2045, 4, 7): "Good Friday",  # projected
            date(2045, 4, 10): "Easter Monday",  # projected
            date(2045, 5, 1): "Early May bank holiday",  # projected
            date(2045, 5, 29): "Spring bank holiday",  # projected
            date(2045, 8, 28): "Summer bank holiday",  # projected
            date(2045, 12, 25): "Christmas Day",  # projected
            date(2045, 12, 26): "Boxing Day",  # projected
            date(2046, 1, 1): "New Year’s Day",  # projected
            date(2046, 3, 23): "Good Friday",  # projected
            date(2046, 3, 26): "Easter Monday",  # projected
            date(2046, 5, 7): "Early May bank holiday",  # projected
            date(2046, 5, 28): "Spring bank holiday",  # projected
            date(2046, 8, 27): "Summer bank holiday",  # projected
            date(2046, 12, 25): "Christmas Day",  # projected
            date(2046, 12, 26): "Boxing Day",  # projected
            date(2047, 1, 1): "New Year’s Day",  # projected
            date(2047, 4, 12): "Good Friday",  # projected
            date(2047, 4, 15): "Easter Monday",  # projected
            date(2047, 5, 6): "Early May bank holiday",  # projected
            date(2047, 5, 27): "Spring bank holiday",  # projected
            date(2047, 8, 26): "Summer bank holiday",  # projected
            date(2047, 12, 25): "Christmas Day",  # projected
            date(2047, 12, 26): "Boxing Day",  # projected
            date(2048, 1, 1): "New Year’s Day",  # projected
            date(2048, 4, 3): "Good Friday",  # projected
            date(2048, 4, 6): "Easter Monday",  # projected
            date(2048, 5, 4): "Early May bank holiday",  # projected
            date(2048, 5, 25): "Spring bank holiday",  # projected
            date(2048, 8, 31): "Summer bank holiday",  # projected
            date(2048, 12, 25): "Christmas Day",  # projected
            date(2048, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2049, 1, 1): "New Year’s Day",  # projected
            date(2049, 4, 16): "Good Friday",  # projected
            date(2049, 4, 19): "Easter Monday",  # projected
            date(2049, 5, 3): "Early May bank holiday",  # projected
            date(2049, 5, 31): "Spring bank holiday",  # projected
            date(2049, 8, 30): "Summer bank holiday",  # projected
            date(2049, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2049, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2050, 1, 3): "New Year’s Day (substitute day)",  # projected
            date(2050, 4, 8): "Good Friday",  # projected
            date(2050, 4, 11): "Easter Monday",  # projected
            date(2050, 5, 2): "Early May bank holiday",  # projected
            date(2050, 5, 30): "Spring bank holiday",  # projected
            date(2050, 8, 29): "Summer bank holiday",  # projected
            date(2050, 12, 26): "Boxing Day",  # projected
            date(2050, 12, 27): "Christmas Day (substitute day)",  # projected
        },
    ),
    "scotland": WorkingCalendar(
        id="scotland",
        name="Scotland",
        first=date(2000, 1, 1),
        last=date(2050, 12, 31),
        published=date(2028, 12, 31),
        holidays={
            date(2000, 1, 3): "New Year’s Day (substitute day)",  # historic
            date(2000, 1, 4): "2nd January (substitute day)",  # historic
            date(2000, 4, 21): "Good Friday",  # historic
            date(2000, 5, 1): "Early May bank holiday",  # historic
            date(2000, 5, 29): "Spring bank holiday",  # historic
            date(2000, 8, 7): "Summer bank holiday",  # historic
            date(2000, 12, 25): "Christmas Day",  # historic
            date(2000, 12, 26): "Boxing Day",  # historic
            date(2001, 1, 1): "New Year’s Day",  # historic
            date(2001, 1, 2): "2nd January",  # historic
            date(2001, 4, 13): "Good Friday",  # historic
            date(2001, 5, 7): "Early May bank holiday",  # historic
            date(2001, 5, 28): "Spring bank holiday",  # historic
            date(2001, 8, 6): "Summer bank holiday",  # historic
            date(2001, 12, 25): "Christmas Day",  # historic
            date(2001, 12, 26): "Boxing Day",  # historic
            date(2002, 1, 1): "New Year’s Day",  # historic
            date(2002, 1, 2): "2nd January",  # historic
            date(2002, 3, 29): "Good Friday",  # historic
            date(2002, 5, 6): "Early May bank holiday",  # historic
            date(2002, 6, 3): "Queen’s Golden Jubilee",  # historic
            date(2002, 6, 4): "Spring bank holiday",  # historic
            date(2002, 8, 5): "Summer bank holiday",  # historic
            date(2002, 12, 25): "Christmas Day",  # historic
            date(2002, 12, 26): "Boxing Day",  # historic
            date(2003, 1, 1): "New Year’s Day",  # historic
            date(2003, 1, 2): "2nd January",  # historic
            date(2003, 4, 18): "Good Friday",  # historic
            date(2003, 5, 5): "Early May bank holiday",  # historic
            date(2003, 5, 26): "Spring bank holiday",  # historic
            date(2003, 8, 4): "Summer bank holiday",  # historic
            date(2003, 12, 25): "Christmas Day",  # historic
            date(2003, 12, 26): "Boxing Day",  # historic
            date(2004, 1, 1): "New Year’s Day",  # historic
            date(2004, 1, 2): "2nd January",  # historic
            date(2004, 4, 9): "Good Friday",  # historic
            date(2004, 5, 3): "Early May bank holiday",  # historic
            date(2004, 5, 31): "Spring bank holiday",  # historic
            date(2004, 8, 2): "Summer bank holiday",  # historic
            date(2004, 12, 27): "Christmas Day (substitute day)",  # historic
            date(2004, 12, 28): "Boxing Day (substitute day)",  # historic
            date(2005, 1, 3): "New Year’s Day (substitute day)",  # historic
            date(2005, 1, 4): "2nd January (substitute day)",  # historic
            date(2005, 3, 25): "Good Friday",  # historic
            date(2005, 5, 2): "Early May bank holiday",  # historic
            date(2005, 5, 30): "Spring bank holiday",  # historic
            date(2005, 8, 1): "Summer bank holiday",  # historic
            date(2005, 12, 26): "Boxing Day",  # historic
            date(2005, 12, 27): "Christmas Day (substitute day)",  # historic
            date(2006, 1, 2): "2nd January",  # historic
            date(2006, 1, 3): "New Year’s Day (substitute day)",  # historic
            date(2006, 4, 14): "Good Friday",  # historic
            date(2006, 5, 1): "Early May bank holiday",  # historic
            date(2006, 5, 29): "Spring bank holiday",  # historic
            date(2006, 8, 7): "Summer bank holiday",  # historic
            date(2006, 12, 25): "Christmas Day",  # historic
            date(2006, 12, 26): "Boxing Day",  # historic
            date(2007, 1, 1): "New Year’s Day",  # historic
            date(2007, 1, 2): "2nd January",  # historic
            date(2007, 4, 6): "Good Friday",  # historic
            date(2007, 5, 7): "Early May bank holiday",  # historic
            date(2007, 5, 28): "Spring bank holiday",  # historic
            date(2007, 8, 6): "Summer bank holiday",  # historic
            date(2007, 11, 30): "St Andrew’s Day",  # historic
            date(2007, 12, 25): "Christmas Day",  # historic
            date(2007, 12, 26): "Boxing Day",  # historic
            date(2008, 1, 1): "New Year’s Day",  # historic
            date(2008, 1, 2): "2nd January",  # historic
            date(2008, 3, 21): "Good Friday",  # historic
            date(2008, 5, 5): "Early May bank holiday",  # historic
            date(2008, 5, 26): "Spring bank holiday",  # historic
            date(2008, 8, 4): "Summer bank holiday",  # historic
            date(2008, 12, 1): "St Andrew’s Day (substitute day)",  # historic
            date(2008, 12, 25): "Christmas Day",  # historic
            date(2008, 12, 26): "Boxing Day",  # historic
            date(2009, 1, 1): "New Year’s Day",  # historic
            date(2009, 1, 2): "2nd January",  # historic
            date(2009, 4, 10): "Good Friday",  # historic
            date(2009, 5, 4): "Early May bank holiday",  # historic
            date(2009, 5, 25): "Spring bank holiday",  # historic
            date(2009, 8, 3): "Summer bank holiday",  # historic
            date(2009, 11, 30): "St Andrew’s Day",  # historic
            date(2009, 12, 25): "Christmas Day",  # historic
            date(2009, 12, 28): "Boxing Day (substitute day)",  # historic
            date(2010, 1, 1): "New Year’s Day",  # historic
            date(2010, 1, 4): "2nd January (substitute day)",  # historic
            date(2010, 4, 2): "Good Friday",  # historic
            date(2010, 5, 3): "Early May bank holiday",  # historic
            date(2010, 5, 31): "Spring bank holiday",  # historic
            date(2010, 8, 2): "Summer bank holiday",  # historic
            date(2010, 11, 30): "St Andrew’s Day",  # historic
            date(2010, 12, 27): "Christmas Day (substitute day)",  # historic
            date(2010, 12, 28): "Boxing Day (substitute day)",  # historic
            date(2011, 1, 3): "New Year’s Day (substitute day)",  # historic
            date(2011, 1, 4): "2nd January (substitute day)",  # historic
            date(2011, 4, 22): "Good Friday",  # historic
            date(2011, 4, 29): "Royal wedding",  # historic
            date(2011, 5, 2): "Early May bank holiday",  # historic
            date(2011, 5, 30): "Spring bank holiday",  # historic
            date(2011, 8, 1): "Summer bank holiday",  # historic
            date(2011, 11, 30): "St Andrew’s Day",  # historic
            date(2011, 12, 26): "Boxing Day",  # historic
            date(2011, 12, 27): "Christmas Day (substitute day)",  # historic
            date(2012, 1, 2): "2nd January",  # published
            date(2012, 1, 3): "New Year’s Day (substitute day)",  # published
            date(2012, 4, 6): "Good Friday",  # published
            date(2012, 5, 7): "Early May bank holiday",  # published
            date(2012, 6, 4): "Spring bank holiday (substitute day)",  # published
            date(2012, 6, 5): "Queen’s Diamond Jubilee",  # published
            date(2012, 8, 6): "Summer bank holiday",  # published
            date(2012, 11, 30): "St Andrew’s Day",  # published
            date(2012, 12, 25): "Christmas Day",  # published
            date(2012, 12, 26): "Boxing Day",  # published
            date(2013, 1, 1): "New Year’s Day",  # published
            date(2013, 1, 2): "2nd January",  # published
            date(2013, 3, 29): "Good Friday",  # published
            date(2013, 5, 6): "Early May bank holiday",  # published
            date(2013, 5, 27): "Spring bank holiday",  # published
            date(2013, 8, 5): "Summer bank holiday",  # published
            date(2013, 12, 2): "St Andrew’s Day (substitute day)",  # published
            date(2013, 12, 25): "Christmas Day",  # published
            date(2013, 12, 26): "Boxing Day",  # published
            date(2014, 1, 1): "New Year’s Day",  # published
            date(2014, 1, 2): "2nd January",  # published
            date(2014, 4, 18): "Good Friday",  # published
            date(2014, 5, 5): "Early May bank holiday",  # published
            date(2014, 5, 26): "Spring bank holiday",  # published
            date(2014, 8, 4): "Summer bank holiday",  # published
            date(2014, 12, 1): "St Andrew’s Day (substitute day)",  # published
            date(2014, 12, 25): "Christmas Day",  # published
            date(2014, 12, 26): "Boxing Day",  # published
            date(2015, 1, 1): "New Year’s Day",  # published
            date(2015, 1, 2): "2nd January",  # published
            date(2015, 4, 3): "Good Friday",  # published
            date(2015, 5, 4): "Early May bank holiday",  # published
            date(2015, 5, 25): "Spring bank holiday",  # published
            date(2015, 8, 3): "Summer bank holiday",  # published
            date(2015, 11, 30): "St Andrew’s Day",  # published
            date(2015, 12, 25): "Christmas Day",  # published
            date(2015, 12, 28): "Boxing Day (substitute day)",  # published
            date(2016, 1, 1): "New Year’s Day",  # published
            date(2016, 1, 4): "2nd January (substitute day)",  # published
            date(2016, 3, 25): "Good Friday",  # published
            date(2016, 5, 2): "Early May bank holiday",  # published
            date(2016, 5, 30): "Spring bank holiday",  # published
            date(2016, 8, 1): "Summer bank holiday",  # published
            date(2016, 11, 30): "St Andrew’s Day",  # published
            date(2016, 12, 26): "Boxing Day",  # published
            date(2016, 12, 27): "Christmas Day (substitute day)",  # published
            date(2017, 1, 2): "2nd January",  # published
            date(2017, 1, 3): "New Year’s Day (substitute day)",  # published
            date(2017, 4, 14): "Good Friday",  # published
            date(2017, 5, 1): "Early May bank holiday",  # published
            date(2017, 5, 29): "Spring bank holiday",  # published
            date(2017, 8, 7): "Summer bank holiday",  # published
            date(2017, 11, 30): "St Andrew’s Day",  # published
            date(2017, 12, 25): "Christmas Day",  # published
            date(2017, 12, 26): "Boxing Day",  # published
            date(2018, 1, 1): "New Year’s Day",  # published
            date(2018, 1, 2): "2nd January",  # published
            date(2018, 3, 30): "Good Friday",  # published
            date(2018, 5, 7): "Early May bank holiday",  # published
            date(2018, 5, 28): "Spring bank holiday",  # published
            date(2018, 8, 6): "Summer bank holiday",  # published
            date(2018, 11, 30): "St Andrew’s Day",  # published
            date(2018, 12, 25): "Christmas Day",  # published
            date(2018, 12, 26): "Boxing Day",  # published
            date(2019, 1, 1): "New Year’s Day",  # published
            date(2019, 1, 2): "2nd January",  # published
            date(2019, 4, 19): "Good Friday",  # published
            date(2019, 5, 6): "Early May bank holiday",  # published
            date(2019, 5, 27): "Spring bank holiday",  # published
            date(2019, 8, 5): "Summer bank holiday",  # published
            date(2019, 12, 2): "St Andrew’s Day (substitute day)",  # published
            date(2019, 12, 25): "Christmas Day",  # published
            date(2019, 12, 26): "Boxing Day",  # published
            date(2020, 1, 1): "New Year’s Day",  # published
            date(2020, 1, 2): "2nd January",  # published
            date(2020, 4, 10): "Good Friday",  # published
            date(2020, 5, 8): "Early May bank holiday (VE day)",  # published
            date(2020, 5, 25): "Spring bank holiday",  # published
            date(2020, 8, 3): "Summer bank holiday",  # published
            date(2020, 11, 30): "St Andrew’s Day",  # published
            date(2020, 12, 25): "Christmas Day",  # published
            date(2020, 12, 28): "Boxing Day (substitute day)",  # published
            date(2021, 1, 1): "New Year’s Day",  # published
            date(2021, 1, 4): "2nd January (substitute day)",  # published
            date(2021, 4, 2): "Good Friday",  # published
            date(2021, 5, 3): "Early May bank holiday",  # published
            date(2021, 5, 31): "Spring bank holiday",  # published
            date(2021, 8, 2): "Summer bank holiday",  # published
            date(2021, 11, 30): "St Andrew’s Day",  # published
            date(2021, 12, 27): "Christmas Day (substitute day)",  # published
            date(2021, 12, 28): "Boxing Day (substitute day)",  # published
            date(2022, 1, 3): "New Year’s Day (substitute day)",  # published
            date(2022, 1, 4): "2nd January (substitute day)",  # published
            date(2022, 4, 15): "Good Friday",  # published
            date(2022, 5, 2): "Early May bank holiday",  # published
            date(2022, 6, 2): "Spring bank holiday",  # published
            date(2022, 6, 3): "Platinum Jubilee bank holiday",  # published
            date(2022, 8, 1): "Summer bank holiday",  # published
            date(2022, 9, 19): "Bank Holiday for the State Funeral of Queen Elizabeth II",  # published
            date(2022, 11, 30): "St Andrew’s Day",  # published
            date(2022, 12, 26): "Boxing Day",  # published
            date(2022, 12, 27): "Christmas Day (substitute day)",  # published
            date(2023, 1, 2): "New Year’s Day (substitute day)",  # published
            date(2023, 1, 3): "2nd January (substitute day)",  # published
            date(2023, 4, 7): "Good Friday",  # published
            date(2023, 5, 1): "Early May bank holiday",  # published
            date(2023, 5, 8): "Bank holiday for the coronation of King Charles III",  # published
            date(2023, 5, 29): "Spring bank holiday",  # published
            date(2023, 8, 7): "Summer bank holiday",  # published
            date(2023, 11, 30): "St Andrew’s Day",  # published
            date(2023, 12, 25): "Christmas Day",  # published
            date(2023, 12, 26): "Boxing Day",  # published
            date(2024, 1, 1): "New Year’s Day",  # published
            date(2024, 1, 2): "2nd January",  # published
            date(2024, 3, 29): "Good Friday",  # published
            date(2024, 5, 6): "Early May bank holiday",  # published
            date(2024, 5, 27): "Spring bank holiday",  # published
            date(2024, 8, 5): "Summer bank holiday",  # published
            date(2024, 12, 2): "St Andrew’s Day (substitute day)",  # published
            date(2024, 12, 25): "Christmas Day",  # published
            date(2024, 12, 26): "Boxing Day",  # published
            date(2025, 1, 1): "New Year’s Day",  # published
            date(2025, 1, 2): "2nd January",  # published
            date(2025, 4, 18): "Good Friday",  # published
            date(2025, 5, 5): "Early May bank holiday",  # published
            date(2025, 5, 26): "Spring bank holiday",  # published
            date(2025, 8, 4): "Summer bank holiday",  # published
            date(2025, 12, 1): "St Andrew’s Day (substitute day)",  # published
            date(2025, 12, 25): "Christmas Day",  # published
            date(2025, 12, 26): "Boxing Day",  # published
            date(2026, 1, 1): "New Year’s Day",  # published
            date(2026, 1, 2): "2nd January",  # published
            date(2026, 4, 3): "Good Friday",  # published
            date(2026, 5, 4): "Early May bank holiday",  # published
            date(2026, 5, 25): "Spring bank holiday",  # published
            date(2026, 6, 15): "World Cup bank holiday",  # published
            date(2026, 8, 3): "Summer bank holiday",  # published
            date(2026, 11, 30): "St Andrew’s Day",  # published
            date(2026, 12, 25): "Christmas Day",  # published
            date(2026, 12, 28): "Boxing Day (substitute day)",  # published
            date(2027, 1, 1): "New Year’s Day",  # published
            date(2027, 1, 4): "2nd January (substitute day)",  # published
            date(2027, 3, 26): "Good Friday",  # published
            date(2027, 5, 3): "Early May bank holiday",  # published
            date(2027, 5, 31): "Spring bank holiday",  # published
            date(2027, 8, 2): "Summer bank holiday",  # published
            date(2027, 11, 30): "St Andrew’s Day",  # published
            date(2027, 12, 27): "Christmas Day (substitute day)",  # published
            date(2027, 12, 28): "Boxing Day (substitute day)",  # published
            date(2028, 1, 3): "New Year’s Day (substitute day)",  # published
            date(2028, 1, 4): "2nd January (substitute day)",  # published
            date(2028, 4, 14): "Good Friday",  # published
            date(2028, 5, 1): "Early May bank holiday",  # published
            date(2028, 5, 29): "Spring bank holiday",  # published
            date(2028, 8, 7): "Summer bank holiday",  # published
            date(2028, 11, 30): "St Andrew’s Day",  # published
            date(2028, 12, 25): "Christmas Day",  # published
            date(2028, 12, 26): "Boxing Day",  # published
            date(2029, 1, 1): "New Year’s Day",  # projected
            date(2029, 1, 2): "2nd January",  # projected
            date(2029, 3, 30): "Good Friday",  # projected
            date(2029, 5, 7): "Early May bank holiday",  # projected
            date(2029, 5, 28): "Spring bank holiday",  # projected
            date(2029, 8, 6): "Summer bank holiday",  # projected
            date(2029, 11, 30): "St Andrew’s Day",  # projected
            date(2029, 12, 25): "Christmas Day",  # projected
            date(2029, 12, 26): "Boxing Day",  # projected
            date(2030, 1, 1): "New Year’s Day",  # projected
            date(2030, 1, 2): "2nd January",  # projected
            date(2030, 4, 19): "Good Friday",  # projected
            date(2030, 5, 6): "Early May bank holiday",  # projected
            date(2030, 5, 27): "Spring bank holiday",  # projected
            date(2030, 8, 5): "Summer bank holiday",  # projected
            date(2030, 12, 2): "St Andrew’s Day (substitute day)",  # projected
            date(2030, 12, 25): "Christmas Day",  # projected
            date(2030, 12, 26): "Boxing Day",  # projected
            date(2031, 1, 1): "New Year’s Day",  # projected
            date(2031, 1, 2): "2nd January",  # projected
            date(2031, 4, 11): "Good Friday",  # projected
            date(2031, 5, 5): "Early May bank holiday",  # projected
            date(2031, 5, 26): "Spring bank holiday",  # projected
            date(2031, 8, 4): "Summer bank holiday",  # projected
            date(2031, 12, 1): "St Andrew’s Day (substitute day)",  # projected
            date(2031, 12, 25): "Christmas Day",  # projected
            date(2031, 12, 26): "Boxing Day",  # projected
            date(2032, 1, 1): "New Year’s Day",  # projected
            date(2032, 1, 2): "2nd January",  # projected
            date(2032, 3, 26): "Good Friday",  # projected
            date(2032, 5, 3): "Early May bank holiday",  # projected
            date(2032, 5, 31): "Spring bank holiday",  # projected
            date(2032, 8, 2): "Summer bank holiday",  # projected
            date(2032, 11, 30): "St Andrew’s Day",  # projected
            date(2032, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2032, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2033, 1, 3): "New Year’s Day (substitute day)",  # projected
            date(2033, 1, 4): "2nd January (substitute day)",  # projected
            date(2033, 4, 15): "Good Friday",  # projected
            date(2033, 5, 2): "Early May bank holiday",  # projected
            date(2033, 5, 30): "Spring bank holiday",  # projected
            date(2033, 8, 1): "Summer bank holiday",  # projected
            date(2033, 11, 30): "St Andrew’s Day",  # projected
            date(2033, 12, 26): "Boxing Day",  # projected
            date(2033, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2034, 1, 2): "New Year’s Day (substitute day)",  # projected
            date(2034, 1, 3): "2nd January (substitute day)",  # projected
            date(2034, 4, 7): "Good Friday",  # projected
            date(2034, 5, 1): "Early May bank holiday",  # projected
            date(2034, 5, 29): "Spring bank holiday",  # projected
            date(2034, 8, 7): "Summer bank holiday",  # projected
            date(2034, 11, 30): "St Andrew’s Day",  # projected
            date(2034, 12, 25): "Christmas Day",  # projected
            date(2034, 12, 26): "Boxing Day",  # projected
            date(2035, 1, 1): "New Year’s Day",  # projected
            date(2035, 1, 2): "2nd January",  # projected
            date(2035, 3, 23): "Good Friday",  # projected
            date(2035, 5, 7): "Early May bank holiday",  # projected
            date(2035, 5, 28): "Spring bank holiday",  # projected
            date(2035, 8, 6): "Summer bank holiday",  # projected
            date(2035, 11, 30): "St Andrew’s Day",  # projected
            date(2035, 12, 25): "Christmas Day",  # projected
            date(2035, 12, 26): "Boxing Day",  # projected
            date(2036, 1, 1): "New Year’s Day",  # projected
            date(2036, 1, 2): "2nd January",  # projected
            date(2036, 4, 11): "Good Friday",  # projected
            date(2036, 5, 5): "Early May bank holiday",  # projected
            date(2036, 5, 26): "Spring bank holiday",  # projected
            date(2036, 8, 4): "Summer bank holiday",  # projected
            date(2036, 12, 1): "St Andrew’s Day (substitute day)",  # projected
            date(2036, 12, 25): "Christmas Day",  # projected
            date(2036, 12, 26): "Boxing Day",  # projected
            date(2037, 1, 1): "New Year’s Day",  # projected
            date(2037, 1, 2): "2nd January",  # projected
            date(2037, 4, 3): "Good Friday",  # projected
            date(2037, 5, 4): "Early May bank holiday",  # projected
            date(2037, 5, 25): "Spring bank holiday",  # projected
            date(2037, 8, 3): "Summer bank holiday",  # projected
            date(2037, 11, 30): "St Andrew’s Day",  # projected
            date(2037, 12, 25): "Christmas Day",  # projected
            date(2037, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2038, 1, 1): "New Year’s Day",  # projected
            date(2038, 1, 4): "2nd January (substitute day)",  # projected
            date(2038, 4, 23): "Good Friday",  # projected
            date(2038, 5, 3): "Early May bank holiday",  # projected
            date(2038, 5, 31): "Spring bank holiday",  # projected
            date(2038, 8, 2): "Summer bank holiday",  # projected
            date(2038, 11, 30): "St Andrew’s Day",  # projected
            date(2038, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2038, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2039, 1, 3): "New Year’s Day (substitute day)",  # projected
            date(2039, 1, 4): "2nd January (substitute day)",  # projected
            date(2039, 4, 8): "Good Friday",  # projected
            date(2039, 5, 2): "Early May bank holiday",  # projected
            date(2039, 5, 30): "Spring bank holiday",  # projected
            date(2039, 8, 1): "Summer bank holiday",  # projected
            date(2039, 11, 30): "St Andrew’s Day",  # projected
            date(2039, 12, 26): "Boxing Day",  # projected
            date(2039, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2040, 1, 2): "New Year’s Day (substitute day)",  # projected
            date(2040, 1, 3): "2nd January (substitute day)",  # projected
            date(2040, 3, 30): "Good Friday",  # projected
            date(2040, 5, 7): "Early May bank holiday",  # projected
            date(2040, 5, 28): "Spring bank holiday",  # projected
            date(2040, 8, 6): "Summer bank holiday",  # projected
            date(2040, 11, 30): "St Andrew’s Day",  # projected
            date(2040, 12, 25): "Christmas Day",  # projected
            date(2040, 12, 26): "Boxing Day",  # projected
            date(2041, 1, 1): "New Year’s Day",  # projected
            date(2041, 1, 2): "2nd January",  # projected
            date(2041, 4, 19): "Good Friday",  # projected
            date(2041, 5, 6): "Early May bank holiday",  # projected
            date(2041, 5, 27): "Spring bank holiday",  # projected
            date(2041, 8, 5): "Summer bank holiday",  # projected
            date(2041, 12, 2): "St Andrew’s Day (substitute day)",  # projected
            date(2041, 12, 25): "Christmas Day",  # projected
            date(2041, 12, 26): "Boxing Day",  # projected
            date(2042, 1, 1): "New Year’s Day",  # projected
            date(2042, 1, 2): "2nd January",  # projected
            date(2042, 4, 4): "Good Friday",  # projected
            date(2042, 5, 5): "Early May bank holiday",  # projected
            date(2042, 5, 26): "Spring bank holiday",  # projected
            date(2042, 8, 4): "Summer bank holiday",  # projected
            date(2042, 12, 1): "St Andrew’s Day (substitute day)",  # projected
            date(2042, 12, 25): "Christmas Day",  # projected
            date(2042, 12, 26): "Boxing Day",  # projected
            date(2043, 1, 1): "New Year’s Day",  # projected
            date(2043, 1, 2): "2nd January",  # projected
            date(2043, 3, 27): "Good Friday",  # projected
            date(2043, 5, 4): "Early May bank holiday",  # projected
            date(2043, 5, 25): "Spring bank holiday",  # projected
            date(2043, 8, 3): "Summer bank holiday",  # projected
            date(2043, 11, 30): "St Andrew’s Day",  # projected
            date(2043, 12, 25): "Christmas Day",  # projected
            date(2043, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2044, 1, 1): "New Year’s Day",  # projected
            date(2044, 1, 4): "2nd January (substitute day)",  # projected
            date(2044, 4, 15): "Good Friday",  # projected
            date(2044, 5, 2): "Early May bank holiday",  # projected
            date(2044, 5, 30): "Spring bank holiday",  # projected
            date(2044, 8, 1): "Summer bank holiday",  # projected
            date(2044, 11, 30): "St Andrew’s Day",  # projected
            date(2044, 12, 26): "Boxing Day",  # projected
            date(2044, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2045, 1, 2): "New Year’s Day (substitute day)",  # projected
            date(2045, 1, 3): "2nd January (substitute day)",  # projected
            date(2045, 4, 7): "Good Friday",  # projected
            date(2045, 5, 1): "Early May bank holiday",  # projected
            date(2045, 5, 29): "Spring bank holiday",  # projected
            date(2045, 8, 7): "Summer bank holiday",  # projected
            date(2045, 11, 30): "St Andrew’s Day",  # projected
            date(2045, 12, 25): "Christmas Day",  # projected
            date(2045, 12, 26): "Boxing Day",  # projected
            date(2046, 1, 1): "New Year’s Day",  # projected
            date(2046, 1, 2): "2nd January",  # projected
            date(2046, 3, 23): "Good Friday",  # projected
            date(2046, 5, 7): "Early May bank holiday",  # projected
            date(2046, 5, 28): "Spring bank holiday",  # projected
            date(2046, 8, 6): "Summer bank holiday",  # projected
            date(2046, 11, 30): "St Andrew’s Day",  # projected
            date(2046, 12, 25): "Christmas Day",  # projected
            date(2046, 12, 26): "Boxing Day",  # projected
            date(2047, 1, 1): "New Year’s Day",  # projected
            date(2047, 1, 2): "2nd January",  # projected
            date(2047, 4, 12): "Good Friday",  # projected
            date(2047, 5, 6): "Early May bank holiday",  # projected
            date(2047, 5, 27): "Spring bank holiday",  # projected
            date(2047, 8, 5): "Summer bank holiday",  # projected
            date(2047, 12, 2): "St Andrew’s Day (substitute day)",  # projected
            date(2047, 12, 25): "Christmas Day",  # projected
            date(2047, 12, 26): "Boxing Day",  # projected
            date(2048, 1, 1): "New Year’s Day",  # projected
            date(2048, 1, 2): "2nd January",  # projected
            date(2048, 4, 3): "Good Friday",  # projected
            date(2048, 5, 4): "Early May bank holiday",  # projected
            date(2048, 5, 25): "Spring bank holiday",  # projected
            date(2048, 8, 3): "Summer bank holiday",  # projected
            date(2048, 11, 30): "St Andrew’s Day",  # projected
            date(2048, 12, 25): "Christmas Day",  # projected
            date(2048, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2049, 1, 1): "New Year’s Day",  # projected
            date(2049, 1, 4): "2nd January (substitute day)",  # projected
            date(2049, 4, 16): "Good Friday",  # projected
            date(2049, 5, 3): "Early May bank holiday",  # projected
            date(2049, 5, 31): "Spring bank holiday",  # projected
            date(2049, 8, 2): "Summer bank holiday",  # projected
            date(2049, 11, 30): "St Andrew’s Day",  # projected
            date(2049, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2049, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2050, 1, 3): "New Year’s Day (substitute day)",  # projected
            date(2050, 1, 4): "2nd January (substitute day)",  # projected
            date(2050, 4, 8): "Good Friday",  # projected
            date(2050, 5, 2): "Early May bank holiday",  # projected
            date(2050, 5, 30): "Spring bank holiday",  # projected
            date(2050, 8, 1): "Summer bank holiday",  # projected
            date(2050, 11, 30): "St Andrew’s Day",  # projected
            date(2050, 12, 26): "Boxing Day",  # projected
            date(2050, 12, 27): "Christmas Day (substitute day)",  # projected
        },
    ),
    "northern-ireland": WorkingCalendar(
        id="northern-ireland",
        name="Northern Ireland",
        first=date(2000, 1, 1),
        last=date(2050, 12, 31),
        published=date(2028, 12, 31),
        holidays={
            date(2000, 1, 3): "New Year’s Day (substitute day)",  # historic
            date(2000, 3, 17): "St Patrick’s Day",  # historic
            date(2000, 4, 21): "Good Friday",  # historic
            date(2000, 4, 24): "Easter Monday",  # historic
            date(2000, 5, 1): "Early May bank holiday",  # historic
            date(2000, 5, 29): "Spring bank holiday",  # historic
            date(2000, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # historic
            date(2000, 8, 28): "Summer bank holiday",  # historic
            date(2000, 12, 25): "Christmas Day",  # historic
            date(2000, 12, 26): "Boxing Day",  # historic
            date(2001, 1, 1): "New Year’s Day",  # historic
            date(2001, 3, 19): "St Patrick’s Day (substitute day)",  # historic
            date(2001, 4, 13): "Good Friday",  # historic
            date(2001, 4, 16): "Easter Monday",  # historic
            date(2001, 5, 7): "Early May bank holiday",  # historic
            date(2001, 5, 28): "Spring bank holiday",  # historic
            date(2001, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # historic
            date(2001, 8, 27): "Summer bank holiday",  # historic
            date(2001, 12, 25): "Christmas Day",  # historic
            date(2001, 12, 26): "Boxing Day",  # historic
            date(2002, 1, 1): "New Year’s Day",  # historic
            date(2002, 3, 18): "St Patrick’s Day (substitute day)",  # historic
            date(2002, 3, 29): "Good Friday",  # historic
            date(2002, 4, 1): "Easter Monday",  # historic
            date(2002, 5, 6): "Early May bank holiday",  # historic
            date(2002, 6, 3): "Queen’s Golden Jubilee",  # historic
            date(2002, 6, 4): "Spring bank holiday",  # historic
            date(2002, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # historic
            date(2002, 8, 26): "Summer bank holiday",  # historic
            date(2002, 12, 25): "Christmas Day",  # historic
            date(2002, 12, 26): "Boxing Day",  # historic
            date(2003, 1, 1): "New Year’s Day",  # historic
            date(2003, 3, 17): "St Patrick’s Day",  # historic
            date(2003, 4, 18): "Good Friday",  # historic
            date(2003, 4, 21): "Easter Monday",  # historic
            date(2003, 5, 5): "Early May bank holiday",  # historic
            date(2003, 5, 26): "Spring bank holiday",  # historic
            date(2003, 7, 14): "Battle of the Boyne (Orangemen’s Day) (substitute day)",  # historic
            date(2003, 8, 25): "Summer bank holiday",  # historic
            date(2003, 12, 25): "Christmas Day",  # historic
            date(2003, 12, 26): "Boxing Day",  # historic
            date(2004, 1, 1): "New Year’s Day",  # historic
            date(2004, 3, 17): "St Patrick’s Day",  # historic
            date(2004, 4, 9): "Good Friday",  # historic
            date(2004, 4, 12): "Easter Monday",  # historic
            date(2004, 5, 3): "Early May bank holiday",  # historic
            date(2004, 5, 31): "Spring bank holiday",  # historic
            date(2004, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # historic
            date(2004, 8, 30): "Summer bank holiday",  # historic
            date(2004, 12, 27): "Christmas Day (substitute day)",  # historic
            date(2004, 12, 28): "Boxing Day (substitute day)",  # historic
            date(2005, 1, 3): "New Year’s Day (substitute day)",  # historic
            date(2005, 3, 17): "St Patrick’s Day",  # historic
            date(2005, 3, 25): "Good Friday",  # historic
            date(2005, 3, 28): "Easter Monday",  # historic
            date(2005, 5, 2): "Early May bank holiday",  # historic
            date(2005, 5, 30): "Spring bank holiday",  # historic
            date(2005, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # historic
            date(2005, 8, 29): "Summer bank holiday",  # historic
            date(2005, 12, 26): "Boxing Day",  # historic
            date(2005, 12, 27): "Christmas Day (substitute day)",  # historic
            date(2006, 1, 2): "New Year’s Day (substitute day)",  # historic
            date(2006, 3, 17): "St Patrick’s Day",  # historic
            date(2006, 4, 14): "Good Friday",  # historic
            date(2006, 4, 17): "Easter Monday",  # historic
            date(2006, 5, 1): "Early May bank holiday",  # historic
            date(2006, 5, 29): "Spring bank holiday",  # historic
            date(2006, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # historic
            date(2006, 8, 28): "Summer bank holiday",  # historic
            date(2006, 12, 25): "Christmas Day",  # historic
            date(2006, 12, 26): "Boxing Day",  # historic
            date(2007, 1, 1): "New Year’s Day",  # historic
            date(2007, 3, 19): "St Patrick’s Day (substitute day)",  # historic
            date(2007, 4, 6): "Good Friday",  # historic
            date(2007, 4, 9): "Easter Monday",  # historic
            date(2007, 5, 7): "Early May bank holiday",  # historic
            date(2007, 5, 28): "Spring bank holiday",  # historic
            date(2007, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # historic
            date(2007, 8, 27): "Summer bank holiday",  # historic
            date(2007, 12, 25): "Christmas Day",  # historic
            date(2007, 12, 26): "Boxing Day",  # historic
            date(2008, 1, 1): "New Year’s Day",  # historic
            date(2008, 3, 17): "St Patrick’s Day",  # historic
            date(2008, 3, 21): "Good Friday",  # historic
            date(2008, 3, 24): "Easter Monday",  # historic
            date(2008, 5, 5): "Early May bank holiday",  # historic
            date(2008, 5, 26): "Spring bank holiday",  # historic
            date(2008, 7, 14): "Battle of the Boyne (Orangemen’s Day) (substitute day)",  # historic
            date(2008, 8, 25): "Summer bank holiday",  # historic
            date(2008, 12, 25): "Christmas Day",  # historic
            date(2008, 12, 26): "Boxing Day",  # historic
            date(2009, 1, 1): "New Year’s Day",  # historic
            date(2009, 3, 17): "St Patrick’s Day",  # historic
            date(2009, 4, 10): "Good Friday",  # historic
            date(2009, 4, 13): "Easter Monday",  # historic
            date(2009, 5, 4): "Early May bank holiday",  # historic
            date(2009, 5, 25): "Spring bank holiday",  # historic
            date(2009, 7, 13): "Battle of the Boyne (Orangemen’s Day) (substitute day)",  # historic
            date(2009, 8, 31): "Summer bank holiday",  # historic
            date(2009, 12, 25): "Christmas Day",  # historic
            date(2009, 12, 28): "Boxing Day (substitute day)",  # historic
            date(2010, 1, 1): "New Year’s Day",  # historic
            date(2010, 3, 17): "St Patrick’s Day",  # historic
            date(2010, 4, 2): "Good Friday",  # historic
            date(2010, 4, 5): "Easter Monday",  # historic
            date(2010, 5, 3): "Early May bank holiday",  # historic
            date(2010, 5, 31): "Spring bank holiday",  # historic
            date(2010, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # historic
            date(2010, 8, 30): "Summer bank holiday",  # historic
            date(2010, 12, 27): "Christmas Day (substitute day)",  # historic
            date(2010, 12, 28): "Boxing Day (substitute day)",  # historic
            date(2011, 1, 3): "New Year’s Day (substitute day)",  # historic
            date(2011, 3, 17): "St Patrick’s Day",  # historic
            date(2011, 4, 22): "Good Friday",  # historic
            date(2011, 4, 25): "Easter Monday",  # historic
            date(2011, 4, 29): "Royal wedding",  # historic
            date(2011, 5, 2): "Early May bank holiday",  # historic
            date(2011, 5, 30): "Spring bank holiday",  # historic
            date(2011, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # historic
            date(2011, 8, 29): "Summer bank holiday",  # historic
            date(2011, 12, 26): "Boxing Day",  # historic
            date(2011, 12, 27): "Christmas Day (substitute day)",  # historic
            date(2012, 1, 2): "New Year’s Day (substitute day)",  # published
            date(2012, 3, 19): "St Patrick’s Day (substitute day)",  # published
            date(2012, 4, 6): "Good Friday",  # published
            date(2012, 4, 9): "Easter Monday",  # published
            date(2012, 5, 7): "Early May bank holiday",  # published
            date(2012, 6, 4): "Spring bank holiday",  # published
            date(2012, 6, 5): "Queen’s Diamond Jubilee",  # published
            date(2012, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # published
            date(2012, 8, 27): "Summer bank holiday",  # published
            date(2012, 12, 25): "Christmas Day",  # published
            date(2012, 12, 26): "Boxing Day",  # published
            date(2013, 1, 1): "New Year’s Day",  # published
            date(2013, 3, 18): "St Patrick’s Day (substitute day)",  # published
            date(2013, 3, 29): "Good Friday",  # published
            date(2013, 4, 1): "Easter Monday",  # published
            date(2013, 5, 6): "Early May bank holiday",  # published
            date(2013, 5, 27): "Spring bank holiday",  # published
            date(2013, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # published
            date(2013, 8, 26): "Summer bank holiday",  # published
            date(2013, 12, 25): "Christmas Day",  # published
            date(2013, 12, 26): "Boxing Day",  # published
            date(2014, 1, 1): "New Year’s Day",  # published
            date(2014, 3, 17): "St Patrick’s Day",  # published
            date(2014, 4, 18): "Good Friday",  # published
            date(2014, 4, 21): "Easter Monday",  # published
            date(2014, 5, 5): "Early May bank holiday",  # published
            date(2014, 5, 26): "Spring bank holiday",  # published
            date(2014, 7, 14): "Battle of the Boyne (Orangemen’s Day) (substitute day)",  # published
            date(2014, 8, 25): "Summer bank holiday",  # published
            date(2014, 12, 25): "Christmas Day",  # published
            date(2014, 12, 26): "Boxing Day",  # published
            date(2015, 1, 1): "New Year’s Day",  # published
            date(2015, 3, 17): "St Patrick’s Day",  # published
            date(2015, 4, 3): "Good Friday",  # published
            date(2015, 4, 6): "Easter Monday",  # published
            date(2015, 5, 4): "Early May bank holiday",  # published
            date(2015, 5, 25): "Spring bank holiday",  # published
            date(2015, 7, 13): "Battle of the Boyne (Orangemen’s Day) (substitute day)",  # published
            date(2015, 8, 31): "Summer bank holiday",  # published
            date(2015, 12, 25): "Christmas Day",  # published
            date(2015, 12, 28): "Boxing Day (substitute day)",  # published
            date(2016, 1, 1): "New Year’s Day",  # published
            date(2016, 3, 17): "St Patrick’s Day",  # published
            date(2016, 3, 25): "Good Friday",  # published
            date(2016, 3, 28): "Easter Monday",  # published
            date(2016, 5, 2): "Early May bank holiday",  # published
            date(2016, 5, 30): "Spring bank holiday",  # published
            date(2016, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # published
            date(2016, 8, 29): "Summer bank holiday",  # published
            date(2016, 12, 26): "Boxing Day",  # published
            date(2016, 12, 27): "Christmas Day (substitute day)",  # published
            date(2017, 1, 2): "New Year’s Day (substitute day)",  # published
            date(2017, 3, 17): "St Patrick’s Day",  # published
            date(2017, 4, 14): "Good Friday",  # published
            date(2017, 4, 17): "Easter Monday",  # published
            date(2017, 5, 1): "Early May bank holiday",  # published
            date(2017, 5, 29): "Spring bank holiday",  # published
            date(2017, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # published
            date(2017, 8, 28): "Summer bank holiday",  # published
            date(2017, 12, 25): "Christmas Day",  # published
            date(2017, 12, 26): "Boxing Day",  # published
            date(2018, 1, 1): "New Year’s Day",  # published
            date(2018, 3, 19): "St Patrick’s Day (substitute day)",  # published
            date(2018, 3, 30): "Good Friday",  # published
            date(2018, 4, 2): "Easter Monday",  # published
            date(2018, 5, 7): "Early May bank holiday",  # published
            date(2018, 5, 28): "Spring bank holiday",  # published
            date(2018, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # published
            date(2018, 8, 27): "Summer bank holiday",  # published
            date(2018, 12, 25): "Christmas Day",  # published
            date(2018, 12, 26): "Boxing Day",  # published
            date(2019, 1, 1): "New Year’s Day",  # published
            date(2019, 3, 18): "St Patrick’s Day (substitute day)",  # published
            date(2019, 4, 19): "Good Friday",  # published
            date(2019, 4, 22): "Easter Monday",  # published
            date(2019, 5, 6): "Early May bank holiday",  # published
            date(2019, 5, 27): "Spring bank holiday",  # published
            date(2019, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # published
            date(2019, 8, 26): "Summer bank holiday",  # published
            date(2019, 12, 25): "Christmas Day",  # published
            date(2019, 12, 26): "Boxing Day",  # published
            date(2020, 1, 1): "New Year’s Day",  # published
            date(2020, 3, 17): "St Patrick’s Day",  # published
            date(2020, 4, 10): "Good Friday",  # published
            date(2020, 4, 13): "Easter Monday",  # published
            date(2020, 5, 8): "Early May bank holiday (VE day)",  # published
            date(2020, 5, 25): "Spring bank holiday",  # published
            date(2020, 7, 13): "Battle of the Boyne (Orangemen’s Day) (substitute day)",  # published
            date(2020, 8, 31): "Summer bank holiday",  # published
            date(2020, 12, 25): "Christmas Day",  # published
            date(2020, 12, 28): "Boxing Day (substitute day)",  # published
            date(2021, 1, 1): "New Year’s Day",  # published
            date(2021, 3, 17): "St Patrick’s Day",  # published
            date(2021, 4, 2): "Good Friday",  # published
            date(2021, 4, 5): "Easter Monday",  # published
            date(2021, 5, 3): "Early May bank holiday",  # published
            date(2021, 5, 31): "Spring bank holiday",  # published
            date(2021, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # published
            date(2021, 8, 30): "Summer bank holiday",  # published
            date(2021, 12, 27): "Christmas Day (substitute day)",  # published
            date(2021, 12, 28): "Boxing Day (substitute day)",  # published
            date(2022, 1, 3): "New Year’s Day (substitute day)",  # published
            date(2022, 3, 17): "St Patrick’s Day",  # published
            date(2022, 4, 15): "Good Friday",  # published
            date(2022, 4, 18): "Easter Monday",  # published
            date(2022, 5, 2): "Early May bank holiday",  # published
            date(2022, 6, 2): "Spring bank holiday",  # published
            date(2022, 6, 3): "Platinum Jubilee bank holiday",  # published
            date(2022, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # published
            date(2022, 8, 29): "Summer bank holiday",  # published
            date(2022, 9, 19): "Bank Holiday for the State Funeral of Queen Elizabeth II",  # published
            date(2022, 12, 26): "Boxing Day",  # published
            date(2022, 12, 27): "Christmas Day (substitute day)",  # published
            date(2023, 1, 2): "New Year’s Day (substitute day)",  # published
            date(2023, 3, 17): "St Patrick’s Day",  # published
            date(2023, 4, 7): "Good Friday",  # published
            date(2023, 4, 10): "Easter Monday",  # published
            date(2023, 5, 1): "Early May bank holiday",  # published
            date(2023, 5, 8): "Bank holiday for the coronation of King Charles III",  # published
            date(2023, 5, 29): "Spring bank holiday",  # published
            date(2023, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # published
            date(2023, 8, 28): "Summer bank holiday",  # published
            date(2023, 12, 25): "Christmas Day",  # published
            date(2023, 12, 26): "Boxing Day",  # published
            date(2024, 1, 1): "New Year’s Day",  # published
            date(2024, 3, 18): "St Patrick’s Day (substitute day)",  # published
            date(2024, 3, 29): "Good Friday",  # published
            date(2024, 4, 1): "Easter Monday",  # published
            date(2024, 5, 6): "Early May bank holiday",  # published
            date(2024, 5, 27): "Spring bank holiday",  # published
            date(2024, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # published
            date(2024, 8, 26): "Summer bank holiday",  # published
            date(2024, 12, 25): "Christmas Day",  # published
            date(2024, 12, 26): "Boxing Day",  # published
            date(2025, 1, 1): "New Year’s Day",  # published
            date(2025, 3, 17): "St Patrick’s Day",  # published
            date(2025, 4, 18): "Good Friday",  # published
            date(2025, 4, 21): "Easter Monday",  # published
            date(2025, 5, 5): "Early May bank holiday",  # published
            date(2025, 5, 26): "Spring bank holiday",  # published
            date(2025, 7, 14): "Battle of the Boyne (Orangemen’s Day) (substitute day)",  # published
            date(2025, 8, 25): "Summer bank holiday",  # published
            date(2025, 12, 25): "Christmas Day",  # published
            date(2025, 12, 26): "Boxing Day",  # published
            date(2026, 1, 1): "New Year’s Day",  # published
            date(2026, 3, 17): "St Patrick’s Day",  # published
            date(2026, 4, 3): "Good Friday",  # published
            date(2026, 4, 6): "Easter Monday",  # published
            date(2026, 5, 4): "Early May bank holiday",  # published
            date(2026, 5, 25): "Spring bank holiday",  # published
            date(2026, 7, 13): "Battle of the Boyne (Orangemen’s Day) (substitute day)",  # published
            date(2026, 8, 31): "Summer bank holiday",  # published
            date(2026, 12, 25): "Christmas Day",  # published
            date(2026, 12, 28): "Boxing Day (substitute day)",  # published
            date(2027, 1, 1): "New Year’s Day",  # published
            date(2027, 3, 17): "St Patrick’s Day",  # published
            date(2027, 3, 26): "Good Friday",  # published
            date(2027, 3, 29): "Easter Monday",  # published
            date(2027, 5, 3): "Early May bank holiday",  # published
            date(2027, 5, 31): "Spring bank holiday",  # published
            date(2027, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # published
            date(2027, 8, 30): "Summer bank holiday",  # published
            date(2027, 12, 27): "Christmas Day (substitute day)",  # published
            date(2027, 12, 28): "Boxing Day (substitute day)",  # published
            date(2028, 1, 3): "New Year’s Day (substitute day)",  # published
            date(2028, 3, 17): "St Patrick’s Day",  # published
            date(2028, 4, 14): "Good Friday",  # published
            date(2028, 4, 17): "Easter Monday",  # published
            date(2028, 5, 1): "Early May bank holiday",  # published
            date(2028, 5, 29): "Spring bank holiday",  # published
            date(2028, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # published
            date(2028, 8, 28): "Summer bank holiday",  # published
            date(2028, 12, 25): "Christmas Day",  # published
            date(2028, 12, 26): "Boxing Day",  # published
            date(2029, 1, 1): "New Year’s Day",  # projected
            date(2029, 3, 19): "St Patrick’s Day (substitute day)",  # projected
            date(2029, 3, 30): "Good Friday",  # projected
            date(2029, 4, 2): "Easter Monday",  # projected
            date(2029, 5, 7): "Early May bank holiday",  # projected
            date(2029, 5, 28): "Spring bank holiday",  # projected
            date(2029, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2029, 8, 27): "Summer bank holiday",  # projected
            date(2029, 12, 25): "Christmas Day",  # projected
            date(2029, 12, 26): "Boxing Day",  # projected
            date(2030, 1, 1): "New Year’s Day",  # projected
            date(2030, 3, 18): "St Patrick’s Day (substitute day)",  # projected
            date(2030, 4, 19): "Good Friday",  # projected
            date(2030, 4, 22): "Easter Monday",  # projected
            date(2030, 5, 6): "Early May bank holiday",  # projected
            date(2030, 5, 27): "Spring bank holiday",  # projected
            date(2030, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2030, 8, 26): "Summer bank holiday",  # projected
            date(2030, 12, 25): "Christmas Day",  # projected
            date(2030, 12, 26): "Boxing Day",  # projected
            date(2031, 1, 1): "New Year’s Day",  # projected
            date(2031, 3, 17): "St Patrick’s Day",  # projected
            date(2031, 4, 11): "Good Friday",  # projected
            date(2031, 4, 14): "Easter Monday",  # projected
            date(2031, 5, 5): "Early May bank holiday",  # projected
            date(2031, 5, 26): "Spring bank holiday",  # projected
            date(2031, 7, 14): "Battle of the Boyne (Orangemen’s Day) (substitute day)",  # projected
            date(2031, 8, 25): "Summer bank holiday",  # projected
            date(2031, 12, 25): "Christmas Day",  # projected
            date(2031, 12, 26): "Boxing Day",  # projected
            date(2032, 1, 1): "New Year’s Day",  # projected
            date(2032, 3, 17): "St Patrick’s Day",  # projected
            date(2032, 3, 26): "Good Friday",  # projected
            date(2032, 3, 29): "Easter Monday",  # projected
            date(2032, 5, 3): "Early May bank holiday",  # projected
            date(2032, 5, 31): "Spring bank holiday",  # projected
            date(2032, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2032, 8, 30): "Summer bank holiday",  # projected
            date(2032, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2032, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2033, 1, 3): "New Year’s Day (substitute day)",  # projected
            date(2033, 3, 17): "St Patrick’s Day",  # projected
            date(2033, 4, 15): "Good Friday",  # projected
            date(2033, 4, 18): "Easter Monday",  # projected
            date(2033, 5, 2): "Early May bank holiday",  # projected
            date(2033, 5, 30): "Spring bank holiday",  # projected
            date(2033, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2033, 8, 29): "Summer bank holiday",  # projected
            date(2033, 12, 26): "Boxing Day",  # projected
            date(2033, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2034, 1, 2): "New Year’s Day (substitute day)",  # projected
            date(2034, 3, 17): "St Patrick’s Day",  # projected
            date(2034, 4, 7): "Good Friday",  # projected
            date(2034, 4, 10): "Easter Monday",  # projected
            date(2034, 5, 1): "Early May bank holiday",  # projected
            date(2034, 5, 29): "Spring bank holiday",  # projected
            date(2034, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2034, 8, 28): "Summer bank holiday",  # projected
            date(2034, 12, 25): "Christmas Day",  # projected
            date(2034, 12, 26): "Boxing Day",  # projected
            date(2035, 1, 1): "New Year’s Day",  # projected
            date(2035, 3, 19): "St Patrick’s Day (substitute day)",  # projected
            date(2035, 3, 23): "Good Friday",  # projected
            date(2035, 3, 26): "Easter Monday",  # projected
            date(2035, 5, 7): "Early May bank holiday",  # projected
            date(2035, 5, 28): "Spring bank holiday",  # projected
            date(2035, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2035, 8, 27): "Summer bank holiday",  # projected
            date(2035, 12, 25): "Christmas Day",  # projected
            date(2035, 12, 26): "Boxing Day",  # projected
            date(2036, 1, 1): "New Year’s Day",  # projected
            date(2036, 3, 17): "St Patrick’s Day",  # projected
            date(2036, 4, 11): "Good Friday",  # projected
            date(2036, 4, 14): "Easter Monday",  # projected
            date(2036, 5, 5): "Early May bank holiday",  # projected
            date(2036, 5, 26): "Spring bank holiday",  # projected
            date(2036, 7, 14): "Battle of the Boyne (Orangemen’s Day) (substitute day)",  # projected
            date(2036, 8, 25): "Summer bank holiday",  # projected
            date(2036, 12, 25): "Christmas Day",  # projected
            date(2036, 12, 26): "Boxing Day",  # projected
            date(2037, 1, 1): "New Year’s Day",  # projected
            date(2037, 3, 17): "St Patrick’s Day",  # projected
            date(2037, 4, 3): "Good Friday",  # projected
            date(2037, 4, 6): "Easter Monday",  # projected
            date(2037, 5, 4): "Early May bank holiday",  # projected
            date(2037, 5, 25): "Spring bank holiday",  # projected
            date(2037, 7, 13): "Battle of the Boyne (Orangemen’s Day) (substitute day)",  # projected
            date(2037, 8, 31): "Summer bank holiday",  # projected
            date(2037, 12, 25): "Christmas Day",  # projected
            date(2037, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2038, 1, 1): "New Year’s Day",  # projected
            date(2038, 3, 17): "St Patrick’s Day",  # projected
            date(2038, 4, 23): "Good Friday",  # projected
            date(2038, 4, 26): "Easter Monday",  # projected
            date(2038, 5, 3): "Early May bank holiday",  # projected
            date(2038, 5, 31): "Spring bank holiday",  # projected
            date(2038, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2038, 8, 30): "Summer bank holiday",  # projected
            date(2038, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2038, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2039, 1, 3): "New Year’s Day (substitute day)",  # projected
            date(2039, 3, 17): "St Patrick’s Day",  # projected
            date(2039, 4, 8): "Good Friday",  # projected
            date(2039, 4, 11): "Easter Monday",  # projected
            date(2039, 5, 2): "Early May bank holiday",  # projected
            date(2039, 5, 30): "Spring bank holiday",  # projected
            date(2039, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2039, 8, 29): "Summer bank holiday",  # projected
            date(2039, 12, 26): "Boxing Day",  # projected
            date(2039, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2040, 1, 2): "New Year’s Day (substitute day)",  # projected
            date(2040, 3, 19): "St Patrick’s Day (substitute day)",  # projected
            date(2040, 3, 30): "Good Friday",  # projected
            date(2040, 4, 2): "Easter Monday",  # projected
            date(2040, 5, 7): "Early May bank holiday",  # projected
            date(2040, 5, 28): "Spring bank holiday",  # projected
            date(2040, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2040, 8, 27): "Summer bank holiday",  # projected
            date(2040, 12, 25): "Christmas Day",  # projected
            date(2040, 12, 26): "Boxing Day",  # projected
            date(2041, 1, 1): "New Year’s Day",  # projected
            date(2041, 3, 18): "St Patrick’s Day (substitute day)",  # projected
            date(2041, 4, 19): "Good Friday",  # projected
            date(2041, 4, 22): "Easter Monday",  # projected
            date(2041, 5, 6): "Early May bank holiday",  # projected
            date(2041, 5, 27): "Spring bank holiday",  # projected
            date(2041, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2041, 8, 26): "Summer bank holiday",  # projected
            date(2041, 12, 25): "Christmas Day",  # projected
            date(2041, 12, 26): "Boxing Day",  # projected
            date(2042, 1, 1): "New Year’s Day",  # projected
            date(2042, 3, 17): "St Patrick’s Day",  # projected
            date(2042, 4, 4): "Good Friday",  # projected
            date(2042, 4, 7): "Easter Monday",  # projected
            date(2042, 5, 5): "Early May bank holiday",  # projected
            date(2042, 5, 26): "Spring bank holiday",  # projected
            date(2042, 7, 14): "Battle of the Boyne (Orangemen’s Day) (substitute day)",  # projected
            date(2042, 8, 25): "Summer bank holiday",  # projected
            date(2042, 12, 25): "Christmas Day",  # projected
            date(2042, 12, 26): "Boxing Day",  # projected
            date(2043, 1, 1): "New Year’s Day",  # projected
            date(2043, 3, 17): "St Patrick’s Day",  # projected
            date(2043, 3, 27): "Good Friday",  # projected
            date(2043, 3, 30): "Easter Monday",  # projected
            date(2043, 5, 4): "Early May bank holiday",  # projected
            date(2043, 5, 25): "Spring bank holiday",  # projected
            date(2043, 7, 13): "Battle of the Boyne (Orangemen’s Day) (substitute day)",  # projected
            date(2043, 8, 31): "Summer bank holiday",  # projected
            date(2043, 12, 25): "Christmas Day",  # projected
            date(2043, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2044, 1, 1): "New Year’s Day",  # projected
            date(2044, 3, 17): "St Patrick’s Day",  # projected
            date(2044, 4, 15): "Good Friday",  # projected
            date(2044, 4, 18): "Easter Monday",  # projected
            date(2044, 5, 2): "Early May bank holiday",  # projected
            date(2044, 5, 30): "Spring bank holiday",  # projected
            date(2044, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2044, 8, 29): "Summer bank holiday",  # projected
            date(2044, 12, 26): "Boxing Day",  # projected
            date(2044, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2045, 1, 2): "New Year’s Day (substitute day)",  # projected
            date(2045, 3, 17): "St Patrick’s Day",  # projected
            date(2045, 4, 7): "Good Friday",  # projected
            date(2045, 4, 10): "Easter Monday",  # projected
            date(2045, 5, 1): "Early May bank holiday",  # projected
            date(2045, 5, 29): "Spring bank holiday",  # projected
            date(2045, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2045, 8, 28): "Summer bank holiday",  # projected
            date(2045, 12, 25): "Christmas Day",  # projected
            date(2045, 12, 26): "Boxing Day",  # projected
            date(2046, 1, 1): "New Year’s Day",  # projected
            date(2046, 3, 19): "St Patrick’s Day (substitute day)",  # projected
            date(2046, 3, 23): "Good Friday",  # projected
            date(2046, 3, 26): "Easter Monday",  # projected
            date(2046, 5, 7): "Early May bank holiday",  # projected
            date(2046, 5, 28): "Spring bank holiday",  # projected
            date(2046, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2046, 8, 27): "Summer bank holiday",  # projected
            date(2046, 12, 25): "Christmas Day",  # projected
            date(2046, 12, 26): "Boxing Day",  # projected
            date(2047, 1, 1): "New Year’s Day",  # projected
            date(2047, 3, 18): "St Patrick’s Day (substitute day)",  # projected
            date(2047, 4, 12): "Good Friday",  # projected
            date(2047, 4, 15): "Easter Monday",  # projected
            date(2047, 5, 6): "Early May bank holiday",  # projected
            date(2047, 5, 27): "Spring bank holiday",  # projected
            date(2047, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2047, 8, 26): "Summer bank holiday",  # projected
            date(2047, 12, 25): "Christmas Day",  # projected
            date(2047, 12, 26): "Boxing Day",  # projected
            date(2048, 1, 1): "New Year’s Day",  # projected
            date(2048, 3, 17): "St Patrick’s Day",  # projected
            date(2048, 4, 3): "Good Friday",  # projected
            date(2048, 4, 6): "Easter Monday",  # projected
            date(2048, 5, 4): "Early May bank holiday",  # projected
            date(2048, 5, 25): "Spring bank holiday",  # projected
            date(2048, 7, 13): "Battle of the Boyne (Orangemen’s Day) (substitute day)",  # projected
            date(2048, 8, 31): "Summer bank holiday",  # projected
            date(2048, 12, 25): "Christmas Day",  # projected
            date(2048, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2049, 1, 1): "New Year’s Day",  # projected
            date(2049, 3, 17): "St Patrick’s Day",  # projected
            date(2049, 4, 16): "Good Friday",  # projected
            date(2049, 4, 19): "Easter Monday",  # projected
            date(2049, 5, 3): "Early May bank holiday",  # projected
            date(2049, 5, 31): "Spring bank holiday",  # projected
            date(2049, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2049, 8, 30): "Summer bank holiday",  # projected
            date(2049, 12, 27): "Christmas Day (substitute day)",  # projected
            date(2049, 12, 28): "Boxing Day (substitute day)",  # projected
            date(2050, 1, 3): "New Year’s Day (substitute day)",  # projected
            date(2050, 3, 17): "St Patrick’s Day",  # projected
            date(2050, 4, 8): "Good Friday",  # projected
            date(2050, 4, 11): "Easter Monday",  # projected
            date(2050, 5, 2): "Early May bank holiday",  # projected
            date(2050, 5, 30): "Spring bank holiday",  # projected
            date(2050, 7, 12): "Battle of the Boyne (Orangemen’s Day)",  # projected
            date(2050, 8, 29): "Summer bank holiday",  # projected
            date(2050, 12, 26): "Boxing Day",  # projected
            date(2050, 12, 27): "Christmas Day (substitute day)",  # projected
        },
    ),
}
