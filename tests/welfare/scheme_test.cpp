#include "engine/welfare/scheme.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::welfare {
namespace {

TEST(BuiltInSchemes, AreAllReadAndNamedByTheirIds) {
    for (const auto& id : built_in_schemes()) {
        const auto* scheme = built_in_scheme(id);
        ASSERT_NE(scheme, nullptr) << id;
        EXPECT_EQ(scheme->id, id);
    }
    EXPECT_EQ(built_in_scheme("gini"), nullptr);
}

}  // namespace
}  // namespace desakota::welfare
