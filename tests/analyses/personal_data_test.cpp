#include "engine/analyses/personal_data.h"

#include <gtest/gtest.h>

namespace desakota::analyses {
namespace {

bool is_personal_text(const std::string& name) {
    return is_personal({name, layers::ColumnType::Text, "", {}});
}

TEST(PersonalData, IsToldByTheColumnsName) {
    for (const auto* name : {"NIK", "no_kk", "Nama Kepala Keluarga", "alamat", "No. HP", "kepala_keluarga"}) {
        EXPECT_TRUE(is_personal_text(name)) << name;
    }
    for (const auto* name : {"nama", "kode", "jumlah_kk", "kk", "desa", "unik", "teknik"}) {
        EXPECT_FALSE(is_personal_text(name)) << name;
    }
}

TEST(PersonalData, DoesNotTakeACountOfHeadsOfFamiliesForNames) {
    EXPECT_FALSE(is_personal({"kepala_keluarga", layers::ColumnType::WholeNumber, "", {}}));
    EXPECT_TRUE(is_personal({"nik", layers::ColumnType::WholeNumber, "", {}}));
}

TEST(PersonalData, IsFoundInAFilter) {
    EXPECT_TRUE(names_personal_data("\"nik\"='1607'"));
    EXPECT_TRUE(names_personal_data("desa = 'A' and NO_KK > 3"));
    EXPECT_FALSE(names_personal_data("class <> 'track'"));
    EXPECT_FALSE(names_personal_data(""));
}

}  // namespace
}  // namespace desakota::analyses
