#include "engine/analyses/household_traits.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

#include "tests/analyses/layer_maker.h"

namespace desakota::analyses {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::NanSensitiveDoubleEq;
using testing::SizeIs;
using Kind = HouseholdTrait::Kind;

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

LayerMaker rows(std::size_t count) {
    LayerMaker maker("rt");
    for (std::size_t row = 0; row < count; ++row) maker.nothing();
    return maker;
}

/// Reads the traits of one table.
struct TraitRun : TestRun {
    explicit TraitRun(const LayerMaker& table) {
        add("households", table);
        households.table = &arguments.layers["households"].front();
        households.settlements.assign(households.table->row_count, 0);
        arguments.texts["working-members-as"] = "ratio";
    }
    void with_persons(std::vector<double> persons) {
        households.persons = std::move(persons);
        households.has_persons = true;
    }
    void traits(const std::vector<std::string>& names) {
        arguments.fields["traits"] = {names};
        arguments.given.emplace_back("traits");
    }
    std::vector<HouseholdTrait> read() { return read_household_traits(arguments, households, context); }
    HouseholdTrait read_one(const std::string& field) {
        traits({field});
        return read().front();
    }
    std::vector<std::string> usage() {
        refuse_trait_options_without_effect(arguments, diagnostics);
        return errors();
    }

    Households households;
};

TEST(HouseholdTraits, AreTheUsualOnesThatThereAre) {
    TraitRun run(rows(2).numbers("art_bekerja", {1, 3}).texts("luas_lahan", {"0,5", ""}));
    run.with_persons({4, 3});
    run.find("working-members-field", "art_bekerja");
    run.find("land-field", "luas_lahan");
    const auto traits = run.read();
    ASSERT_THAT(traits, SizeIs(2));
    EXPECT_EQ(traits[0].name, "working_members_ratio");
    EXPECT_THAT(traits[0].values, ElementsAre(DoubleEq(0.25), DoubleEq(1.0)));
    EXPECT_EQ(traits[1].name, "luas_lahan");
    EXPECT_THAT(traits[1].values, ElementsAre(DoubleEq(0.5), NanSensitiveDoubleEq(kMissing)));
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(HouseholdTraits, AreNoneOfAnEmptyHand) {
    TraitRun run(rows(1).numbers("x", {1}));
    EXPECT_THAT(run.read(), IsEmpty());
    EXPECT_THAT(run.errors(), ElementsAre("rt: no field has the usual name of schooling, working members or land. Name "
                                          "the traits with --traits."));
}

TEST(HouseholdTraits, TakeWorkingMembersAsTheirNumberOnRequest) {
    TraitRun run(rows(2).numbers("bekerja", {1, 3}));
    run.find("working-members-field", "bekerja");
    run.arguments.texts["working-members-as"] = "count";
    const auto trait = run.read_one("bekerja");
    EXPECT_EQ(trait.name, "bekerja");
    EXPECT_THAT(trait.values, ElementsAre(1.0, 3.0));
    EXPECT_FALSE(takes_working_members_ratio(run.arguments));
}

TEST(HouseholdTraits, RefuseARatioToUnknownPersons) {
    TraitRun run(rows(1).numbers("bekerja", {1}));
    run.find("working-members-field", "bekerja");
    static_cast<void>(run.read());
    EXPECT_THAT(run.errors(), ElementsAre("rt: the ratio of working members needs the number of persons. Name its "
                                          "field with --persons-field, or choose other traits with --traits."));
}

TEST(HouseholdTraits, RefuseMoreWorkingMembersThanPersons) {
    TraitRun run(rows(3).numbers("bekerja", {1, 5, 2}));
    run.with_persons({4, 4, kMissing});
    run.find("working-members-field", "bekerja");
    static_cast<void>(run.read());
    EXPECT_THAT(run.errors(),
                ElementsAre("rt, fid 2: 5 working members are more than 4 persons. Correct one of them."));
}

TEST(HouseholdTraits, OfZerosAndOnesAreYesOrNo) {
    TraitRun run(rows(3).texts("listrik", {"1", "0", ""}).numbers("jam", {1, 0, 2}));
    EXPECT_EQ(run.read_one("listrik").kind, Kind::YesNo);
    EXPECT_EQ(run.read_one("jam").kind, Kind::Number);
}

TEST(HouseholdTraits, OfTextsAreWhatMostOfThemAre) {
    TraitRun run(rows(4)
                     .texts("angka", {"1,5", "2", " 3.25 ", ""})
                     .texts("ya", {"Ya", "TIDAK", "", "ya"})
                     .texts("kerja", {"petani", "Buruh", "Petani ", ""}));
    const auto number = run.read_one("angka");
    EXPECT_EQ(number.kind, Kind::Number);
    EXPECT_FALSE(number.is_whole);
    EXPECT_THAT(number.values, ElementsAre(1.5, 2.0, 3.25, NanSensitiveDoubleEq(kMissing)));
    const auto yes = run.read_one("ya");
    EXPECT_EQ(yes.kind, Kind::YesNo);
    EXPECT_THAT(yes.values, ElementsAre(1.0, 0.0, NanSensitiveDoubleEq(kMissing), 1.0));
    const auto job = run.read_one("kerja");
    EXPECT_EQ(job.kind, Kind::Category);
    EXPECT_THAT(job.categories, ElementsAre("Buruh", "Petani"));
    EXPECT_THAT(job.values, ElementsAre(1.0, 0.0, 1.0, NanSensitiveDoubleEq(kMissing)));
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(HouseholdTraits, NameTheRowOfATextAmongNumbersAndNeverTheText) {
    TraitRun run(rows(4).texts("jam", {"12", "rahasia", "40", "35"}));
    static_cast<void>(run.read_one("jam"));
    EXPECT_THAT(run.errors(), ElementsAre("rt, fid 2: 'jam' is no number. Correct the value or leave it empty."));
}

TEST(HouseholdTraits, TakeSchoolingInWordsAsCategories) {
    TraitRun run(rows(3).texts("pendidikan", {"SD", "SMP", "SD"}).texts("lama_sekolah", {"6", "9", "SMA"}));
    run.find("schooling-field", "pendidikan");
    const auto levels = run.read_one("pendidikan");
    EXPECT_EQ(levels.kind, Kind::Category);
    EXPECT_EQ(levels.label.english, "'pendidikan'");
    EXPECT_THAT(run.errors(), IsEmpty());
    run.find("schooling-field", "lama_sekolah");
    static_cast<void>(run.read_one("lama_sekolah"));
    EXPECT_THAT(run.errors(),
                ElementsAre("rt, fid 3: schooling of the head is no number. Correct the value or leave it "
                            "empty."));
}

TEST(HouseholdTraits, RefuseTextsWithManyValues) {
    std::vector<std::string> texts;
    for (char letter = 'a'; letter <= 'k'; ++letter) texts.emplace_back(2, letter);
    TraitRun run(rows(texts.size()).texts("dusun", texts));
    static_cast<void>(run.read_one("dusun"));
    EXPECT_THAT(run.errors(),
                ElementsAre("rt: 'dusun' holds 11 different texts. A trait is a number, yes or no, or a text with at "
                            "most 10 different values: choose another field, or join its values."));
}

TEST(HouseholdTraits, RefuseUsualFieldsThatTheNamedOnesLeaveOut) {
    TraitRun run(rows(1).numbers("sekolah", {1}).numbers("jam", {1}));
    run.name("schooling-field", "sekolah");
    run.arguments.given.emplace_back("working-members-as");
    run.traits({"jam"});
    EXPECT_THAT(run.usage(),
                ElementsAre("--schooling-field has no effect, since --traits does not name its field. Add it to "
                            "--traits, or leave --schooling-field out.",
                            "--working-members-as has no effect, since working members are none of the traits. Name "
                            "their field with --working-members-field, or leave --working-members-as out."));
    run.traits({"jam", "sekolah"});
    run.arguments.given = {"schooling-field"};
    EXPECT_THAT(run.usage(), IsEmpty());
}

}  // namespace
}  // namespace desakota::analyses
