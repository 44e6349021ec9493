#include "engine/welfare/classes.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

#include "tests/support/for_each_seed.h"

#include "engine/welfare/scheme.h"

namespace desakota::welfare {
namespace {

using test_support::for_each_seed;
using test_support::Random;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<Class> classes_named(const std::vector<std::string>& codes) {
    std::vector<Class> classes;
    for (const auto& code : codes) classes.push_back({code, {code, code}, "#112233"});
    return classes;
}

/// 0.3 and 0.4 both belong to the class between them.
Classes low_middle_high() {
    return {{{0.3, Joins::Above}, {0.4, Joins::Below}}, classes_named({"low", "middle", "high"})};
}

std::string all_faults(const Classes& classes) {
    std::string text;
    for (const auto& fault : class_faults(classes)) text += fault.english + "\n";
    return text;
}

TEST(Classes, PutABreakOnTheSideThatItJoins) {
    const auto classes = low_middle_high();
    EXPECT_EQ(find_class(classes, 0.2999)->code, "low");
    EXPECT_EQ(find_class(classes, 0.3)->code, "middle");
    EXPECT_EQ(find_class(classes, 0.3001)->code, "middle");
    EXPECT_EQ(find_class(classes, 0.3999)->code, "middle");
    EXPECT_EQ(find_class(classes, 0.4)->code, "middle");
    EXPECT_EQ(find_class(classes, 0.4001)->code, "high");
}

TEST(Classes, TakeAValueThatIsABreakButForRoundingAsTheBreak) {
    const Classes left{{{0.5, Joins::Above}}, classes_named({"low", "high"})};
    const Classes right{{{0.5, Joins::Below}}, classes_named({"low", "high"})};
    EXPECT_EQ(class_of(left, (1.15 + 0.15 + 0.20) / 3.0), 1U);  // 0.49999999999999994
    EXPECT_EQ(class_of(left, 0.49999999999999994), 1U);
    EXPECT_EQ(class_of(right, 0.5000000000000001), 0U);
    EXPECT_EQ(class_of(left, 0.499999), 0U);
    EXPECT_EQ(class_of(right, 0.500001), 1U);
}

TEST(Classes, HaveNoPlaceForWhatIsNoFiniteNumber) {
    const auto classes = low_middle_high();
    EXPECT_FALSE(class_of(classes, std::numeric_limits<double>::quiet_NaN()));
    EXPECT_FALSE(class_of(classes, std::numeric_limits<double>::infinity()));
    EXPECT_EQ(find_class(classes, std::nullopt), nullptr);
}

/// The break's side, and what lies just below and above it.
TEST(Classes, OfEveryBuiltInSchemeAreTestedAtEachBreak) {
    for (const auto& id : built_in_schemes()) {
        const auto& classes = built_in_scheme(id)->classes;
        for (std::size_t i = 0; i < classes.breaks.size(); ++i) {
            SCOPED_TRACE(id + ", break " + std::to_string(classes.breaks[i].at));
            const auto& one = classes.breaks[i];
            const std::size_t own = one.joins == Joins::Above ? i + 1 : i;
            const double little = 1e-6 * std::max(1.0, one.at);
            EXPECT_EQ(class_of(classes, one.at), own);
            EXPECT_EQ(class_of(classes, std::nextafter(one.at, -1e9)), own);
            EXPECT_EQ(class_of(classes, std::nextafter(one.at, 1e9)), own);
            EXPECT_EQ(class_of(classes, one.at - little), i);
            EXPECT_EQ(class_of(classes, one.at + little), i + 1);
        }
    }
}

TEST(Classes, HoldEveryFiniteValueOnceAndInOrder) {
    for_each_seed(200, [](Random& random) {
        Classes classes;
        double at = -2.0;
        const auto count = 1 + random.next() % 6;
        for (std::size_t i = 0; i < count; ++i) {
            at += 0.001 + random.unit();
            classes.breaks.push_back({at, random.next() % 2 == 0 ? Joins::Above : Joins::Below});
        }
        std::size_t last = 0;
        for (double value = -3.0; value < at + 1.0; value += 0.003) {
            const auto place = class_of(classes, value);
            ASSERT_TRUE(place);
            ASSERT_LE(*place, classes.breaks.size());
            ASSERT_GE(*place, last);
            last = *place;
        }
        EXPECT_EQ(last, classes.breaks.size());
    });
}

TEST(ClassFaults, AreNoneForSoundClasses) {
    EXPECT_THAT(class_faults(low_middle_high()), IsEmpty());
}

TEST(ClassFaults, NameUnsortedAndRepeatedBreaks) {
    Classes classes{{{0.4, Joins::Above}, {0.3, Joins::Above}, {0.3, Joins::Above}},
                    classes_named({"a", "b", "c", "d"})};
    EXPECT_THAT(all_faults(classes), HasSubstr("the break 0.3 does not come after 0.4"));
    EXPECT_THAT(all_faults(classes), HasSubstr("the break 0.3 does not come after 0.3"));
}

TEST(ClassFaults, NameEveryOtherFaultAtOnce) {
    Classes classes{{{0.4, Joins::Above}}, classes_named({"a", "a", ""})};
    classes.classes[0].colour = "red";
    classes.classes[1].label.indonesian.clear();
    const auto faults = all_faults(classes);
    EXPECT_THAT(faults, HasSubstr("3 classes for 1 breaks"));
    EXPECT_THAT(faults, HasSubstr("the class code 'a' is there twice"));
    EXPECT_THAT(faults, HasSubstr("a class has no code"));
    EXPECT_THAT(faults, HasSubstr("the class 'a' needs a label in both languages"));
    EXPECT_THAT(faults, HasSubstr("the colour of class 'a' must look like \"#1a9850\""));
}

}  // namespace
}  // namespace desakota::welfare
