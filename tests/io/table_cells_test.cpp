#include "engine/io/table_cells.h"

#include <gtest/gtest.h>

namespace desakota::io {
namespace {

TEST(TableCells, AreOneLineWithoutBlanksAround) {
    EXPECT_EQ(cell_text("  Jumlah\n  Penduduk\t(jiwa) \xC2\xA0"), "Jumlah Penduduk (jiwa)");
    EXPECT_EQ(cell_text(" \r\n"), "");
    EXPECT_EQ(cell_text("Caf\xE9"), "Caf\xC3\xA9") << "as Windows-1252";
}

TEST(TableCells, HoldMarksOfTheStatisticsOffice) {
    for (const auto* text : {"-", "--", "\xE2\x80\x93", "\xE2\x80\x94"})
        EXPECT_EQ(mark_of(text), CellMark::Dash) << text;
    for (const auto* text : {"...", "..", "....", "\xE2\x80\xA6", "NA", "n.a.", "N/A", "#N/A"}) {
        EXPECT_EQ(mark_of(text), CellMark::NotAvailable) << text;
    }
    for (const auto* text : {"#REF!", "#DIV/0!", "#VALUE!"}) EXPECT_EQ(mark_of(text), CellMark::FormulaError) << text;
    for (const auto* text : {"", "0", "-5", "Nama", ".",
                             "Na\xC3\xAF"
                             "ve"})
        EXPECT_EQ(mark_of(text), CellMark::None) << text;
}

TEST(TableCells, TellCodesThatASpreadsheetShortened) {
    for (const auto* text : {"1.60705E+09", "1,60705E+09", "1.6e+9", "16E+08"})
        EXPECT_TRUE(is_scientific_code(text)) << text;
    for (const auto* text : {"", "1607051009", "12E4", "1.5e-07", "E+09", "CTH-1E+09"}) {
        EXPECT_FALSE(is_scientific_code(text)) << text;
    }
}

TEST(TableCells, LookLikeNumbersInAnyWriting) {
    for (const auto* text : {"12", "-3", "1.234,5", "12 %", "12%", "1 234", "1.6E+09", "2024"}) {
        EXPECT_TRUE(looks_like_number(text)) << text;
    }
    for (const auto* text : {"", "-", "A1", "1A", "3 desa", "(1)", "..."})
        EXPECT_FALSE(looks_like_number(text)) << text;
}

}  // namespace
}  // namespace desakota::io
