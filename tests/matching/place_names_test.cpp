#include "engine/matching/place_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::matching {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string letters(const char* name) {
    return read_place_name(name).letters;
}
bool alike(const char* left, const char* right) {
    return may_be_alike(read_place_name(left), read_place_name(right));
}

TEST(PlaceNames, AreTheSameWhateverCaseBlanksAndPunctuation) {
    for (const auto* name :
         {"Mulya Sari", "MULYASARI", " mulya  sari ", "Mulya-Sari", "(Mulya) Sari", "Mulya\xC2\xA0Sari"}) {
        EXPECT_EQ(letters(name), "mulyasari") << name;
    }
    EXPECT_EQ(read_place_name("MULYA  SARI").words, "mulya sari");
    EXPECT_EQ(letters("Ma'rang"), letters("Ma\xE2\x80\x99rang"));
}

TEST(PlaceNames, LeaveTheWordForTheKindAside) {
    for (const auto* name : {"Desa Telang", "Ds. Telang", "Kel. Telang", "Kelurahan Telang", "UPT Telang", "Telang SP",
                             "Telang (Desa)", "Telang (UPT)", "UPT Desa Telang"}) {
        EXPECT_EQ(letters(name), "telang") << name;
    }
    EXPECT_EQ(letters("Muara Desa"), "muaradesa");
    EXPECT_EQ(letters("Desa"), "desa");
}

TEST(PlaceNames, TakeRomanNumeralsForDigits) {
    EXPECT_EQ(letters("Selimau II"), letters("Selimau 2"));
    EXPECT_EQ(letters("Selimau2"), letters("Selimau-ii"));
    EXPECT_EQ(letters("Selimauii"), letters("Selimau 02"));
    EXPECT_NE(letters("Selimau I"), letters("Selimau II"));
    EXPECT_THAT(read_place_name("IV Koto XX").numbers, ElementsAre(4, 20));
    EXPECT_EQ(roman_number("xix"), 19);
    EXPECT_EQ(roman_number("xxi"), std::nullopt);
}

TEST(PlaceNames, ReadOldSpellingAsNew) {
    EXPECT_EQ(letters("Soekadjadi"), "sukajadi");
    EXPECT_EQ(letters("Tjempaka"), "cempaka");
    EXPECT_NE(letters("Djaja"), letters("Jaya"));
}

TEST(PlaceNames, ReadShortFormsInFull) {
    EXPECT_EQ(letters("Tj. Lago"), letters("Tanjung Lago"));
    EXPECT_EQ(letters("Sei Pinang"), letters("SUNGAI PINANG"));
    EXPECT_EQ(letters("Gn.Mas"), letters("Gunung Mas"));
    EXPECT_EQ(letters("Sp. Padang"), letters("Simpang Padang"));
    EXPECT_EQ(letters("Desa SP Padang"), "simpangpadang");
    EXPECT_EQ(read_place_name("Telang, Kec. Tj. Lago").kecamatan, kecamatan_key("Tanjung Lago"));
    EXPECT_EQ(read_place_name("Tj Lago").words, "tanjung lago");
}

TEST(PlaceNames, TakeSpBeforeANumberForAUnit) {
    for (const auto* name : {"SP 3 Telang", "Telang SP III", "Telang (SP.3)"}) {
        EXPECT_EQ(read_place_name(name).sp, 3) << name;
        EXPECT_EQ(letters(name), "telang") << name;
    }
    EXPECT_EQ(letters("SP 3"), "sp#3");
    EXPECT_EQ(letters("Telang SP, Kec. Air Salek"), "telang");
    EXPECT_EQ(letters("Telang SP Kec. Air Salek"), "telang");
}

TEST(PlaceNames, GiveTheKecamatanInTheSameCell) {
    for (const auto* name : {"Mulyasari, Kec. Muara Telang", "Mulyasari (Kecamatan Muara Telang)",
                             "Mulyasari Kec.Muara Telang, Kab. Banyuasin", "Mulyasari, Kec. Muara Telang, Banyuasin"}) {
        EXPECT_EQ(letters(name), "mulyasari") << name;
        EXPECT_EQ(read_place_name(name).kecamatan, "muaratelang") << name;
    }
    EXPECT_EQ(kecamatan_key("Kec. Muara  Telang"), kecamatan_key("MUARA TELANG"));
    EXPECT_EQ(kecamatan_key(" "), "");
}

TEST(PlaceNames, KeepTheNumberOfAUnitApart) {
    const auto unit = read_place_name("Mekar Sari (Upt XII)");
    EXPECT_EQ(unit.letters, "mekarsari");
    EXPECT_EQ(unit.upt, 12);
    EXPECT_THAT(unit.numbers, IsEmpty());
    EXPECT_EQ(read_place_name("SP.3 Mekarsari").sp, 3);
    EXPECT_EQ(read_place_name("Mekarsari SP3").sp, 3);
    EXPECT_TRUE(unit.has_units_of(read_place_name("UPT 12 Mekarsari")));
    EXPECT_TRUE(unit.is_other_unit_than(read_place_name("Mekarsari UPT XIII")));
    EXPECT_FALSE(unit.is_other_unit_than(read_place_name("Mekarsari")));
    EXPECT_FALSE(unit.has_units_of(read_place_name("Mekarsari")));
}

TEST(PlaceNames, OfAUnitWithoutAnotherNameAreItsNumber) {
    EXPECT_EQ(letters("UPT XII"), letters("upt.12"));
    EXPECT_NE(letters("UPT XII"), letters("UPT XIII"));
    EXPECT_NE(letters("UPT 3"), letters("SP 3"));
}

TEST(PlaceNames, SetTheFormerNameApart) {
    const auto name = read_place_name("Mekar Sari (eks Soeka Madjoe)");
    EXPECT_EQ(name.letters, "mekarsari");
    EXPECT_EQ(name.former_letters, "sukamaju");
    EXPECT_EQ(read_place_name("Mekar Sari ex UPT XII").upt, 12);
    EXPECT_EQ(letters("Eks Mekar Sari"), "mekarsari");
}

TEST(PlaceNames, AreNeverAlikeAcrossNumbersAndOpposites) {
    EXPECT_FALSE(alike("Selimau I", "Selimau II"));
    EXPECT_FALSE(alike("Selimau I", "Selimau"));
    EXPECT_FALSE(alike("Selimaui", "Selimauii"));
    EXPECT_FALSE(alike("Telang Baru", "Telang Lama"));
    EXPECT_FALSE(alike("Telang Baru", "Telang"));
    EXPECT_FALSE(alike("Telang", "Telangbaru"));
    EXPECT_FALSE(alike("Pemulutan Ulu", "Pemulutan Ilir"));
    EXPECT_FALSE(alike("Marga Hulu", "Marga Hilir"));
    EXPECT_FALSE(alike("Muara Utara", "Muara Timur"));
    EXPECT_FALSE(alike("Sungai Besar", "Sungai Kecil"));
    EXPECT_FALSE(alike("Kampung Dalam", "Kampung Luar"));
    EXPECT_FALSE(alike("Koto Atas", "Koto Bawah"));
    EXPECT_FALSE(alike("Mekar Sari UPT 1", "Mekarsari UPT 2"));
    EXPECT_TRUE(alike("Pemulutan Ulu", "Pemuluten Hulu"));
    EXPECT_TRUE(alike("Mulyasari", "Mulyosari"));
    EXPECT_TRUE(alike("Telang Baru II", "Tellang Baru 2"));
}

TEST(PlaceNames, OfNothingAreEmpty) {
    EXPECT_TRUE(read_place_name("").is_empty());
    EXPECT_TRUE(read_place_name(" - ").is_empty());
}

}  // namespace
}  // namespace desakota::matching
