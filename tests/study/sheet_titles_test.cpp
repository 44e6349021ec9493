#include "engine/study/sheet_titles.h"

#include <gmock/gmock.h>

namespace desakota::study {
namespace {

using testing::ElementsAre;

TEST(SheetTitles, KeepShortTitlesAndTheirSeason) {
    EXPECT_THAT(sheet_titles({{"Jarak ke pusat", "kemarau"}, {"Sinergi", ""}}),
                ElementsAre("Jarak ke pusat (kemarau)", "Sinergi"));
}

TEST(SheetTitles, LoseLettersBeforeTheirLastPartAndTheSeason) {
    EXPECT_THAT(sheet_titles({{"Interaksi pusat dan daerah belakang menurut kecamatan", "hujan"},
                              {"Interaksi pusat dan daerah belakang", "hujan"},
                              {"Faktor-faktor kemiskinan: koefisien", ""}}),
                ElementsAre("Interaksi p…, kecamatan (hujan)", "Interaksi pusat dan da… (hujan)",
                            "Faktor-faktor kemis…, koefisien"));
}

TEST(SheetTitles, AreNumberedWithinTheirLettersWhereTheyAreTheSame) {
    EXPECT_THAT(sheet_titles({{"Interaksi pusat dan daerah", "kemarau"}, {"Interaksi pusat dan dae", "kemarau"}}),
                ElementsAre("Interaksi pusat dan… (kemarau)", "Interaksi pusat da… (kemarau) 2"));
    EXPECT_THAT(sheet_titles({{"Rute", ""}, {"RUTE", ""}, {"rute", ""}}), ElementsAre("Rute", "RUTE 2", "rute 3"));
}

TEST(SheetTitles, HoldNoLettersThatWorkbooksRefuse) {
    EXPECT_THAT(sheet_titles({{"a[b]/c*d?e\\f'g:h\n", ""}}), ElementsAre("abcdefg,h "));
}

TEST(SheetTitles, AreCutAtWholeLetters) {
    std::string title;
    for (int i = 0; i < 40; ++i) title += "é";
    std::string most;
    for (int i = 0; i < 30; ++i) most += "é";
    EXPECT_THAT(sheet_titles({{title, ""}}), ElementsAre(most + "…"));
}

}  // namespace
}  // namespace desakota::study
