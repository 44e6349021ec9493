#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>

#include "tests/analyses/food_run.h"
#include "tests/support/for_each_seed.h"

namespace desakota::analyses {
namespace {

using test_support::for_each_seed;
using test_support::Random;

/// A household table as numbers and words, row for row.
struct RandomTable {
    std::vector<std::string> settlements;
    std::map<std::string, std::vector<double>> numbers;
    std::map<std::string, std::vector<std::string>> texts;
};

RandomTable random_table(Random& random, std::size_t rows, std::size_t settlements) {
    RandomTable table;
    for (std::size_t row = 0; row < rows; ++row) {
        table.settlements.emplace_back(1, static_cast<char>('A' + random.below(settlements)));
        const auto children = static_cast<double>(random.below(4));
        table.numbers["jumlah_art"].push_back(static_cast<double>(1 + random.below(7)));
        table.numbers["produksi_netto_kg"].push_back(random.chance(0.2) ? 0.0 : random.between(0.0, 1500.0));
        table.numbers["pendapatan"].push_back(random.between(100000.0, 3000000.0));
        table.numbers["jam_kerja"].push_back(random.between(0.0, 60.0));
        table.numbers["lama_sekolah"].push_back(static_cast<double>(random.below(13)));
        table.numbers["jumlah_anak"].push_back(children);
        table.numbers["anak_diimunisasi"].push_back(std::floor(random.unit() * (children + 1.0)));
        table.numbers["bobot"].push_back(random.between(0.5, 3.0));
        for (const auto* column : {"listrik", "air_bersih", "ibu_melek_huruf"}) {
            table.texts[column].emplace_back(random.chance(0.1) ? "" : random.chance(0.5) ? "ya" : "tidak");
        }
    }
    return table;
}

template <class Value>
std::vector<Value> in_order(const std::vector<Value>& values, const std::vector<std::size_t>& order) {
    std::vector<Value> result;
    for (const auto row : order) result.push_back(values[row]);
    return result;
}

LayerMaker make_table(const RandomTable& table, const std::vector<std::size_t>& order) {
    LayerMaker maker("rt.csv", "");
    for (std::size_t row = 0; row < order.size(); ++row) maker.nothing();
    for (const auto& [name, values] : table.texts) maker.texts(name, in_order(values, order));
    maker.texts("kode_desa", in_order(table.settlements, order));
    for (const auto& [name, values] : table.numbers) maker.numbers(name, in_order(values, order));
    return maker;
}

Results run_of(const RandomTable& table, const std::vector<std::size_t>& order, const std::string& variant,
               int threads) {
    constexpr std::size_t kSettlements = 4;
    FoodRunner run;
    run.add("settlements", food_settlements(kSettlements).numbers("share_beyond", {0.0, 0.2, 0.7, 1.0}));
    run.add("households", make_table(table, order));
    run.give("line", 350000.0);
    run.give("variant", variant);
    return run.resolved_run(core::Language::English, threads);
}

std::vector<std::size_t> given_order(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    return order;
}

void expect_same(const layers::Layer& left, const layers::Layer& right) {
    ASSERT_EQ(left.row_count, right.row_count);
    for (std::size_t place = 0; place < left.columns.size(); ++place) {
        for (std::size_t row = 0; row < left.row_count; ++row) {
            SCOPED_TRACE(left.columns[place].name() + ", row " + std::to_string(row));
            const auto& column = left.columns[place];
            if (column.type() != layers::ColumnType::Number || column.is_missing(row)) {
                EXPECT_EQ(column.as_text(row), right.columns[place].as_text(row));
            } else {
                EXPECT_NEAR(*column.number(row), right.columns[place].number(row).value_or(-1.0), 1e-9);
            }
        }
    }
}

TEST(FoodLaws, TheOrderOfRowsAndTheNumberOfThreadsChangeNothing) {
    for_each_seed(15, [](Random& random) {
        const auto table = random_table(random, 60, 4);
        auto order = given_order(60);
        const auto before = run_of(table, order, "paper", 1);
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
        const auto after = run_of(table, order, "paper", 3);
        for (std::size_t i = 0; i < before.layers.size(); ++i) expect_same(before.layers[i], after.layers[i]);
    });
}

TEST(FoodLaws, ContributionsAddUpToTheIndex) {
    for (const auto* variant : {"paper", "bounded", "minmax"}) {
        for_each_seed(10, [variant](Random& random) {
            const auto results = run_of(random_table(random, 80, 4), given_order(80), variant, 2);
            const auto& layer = layer_of(results, "food_security");
            const auto& parts = layer_of(results, "food_security_contributions");
            const auto column = variant == std::string("paper") ? "ifi_lamba" : "ifi_lamba_" + std::string(variant);
            for (std::size_t row = 0; row < layer.row_count; ++row) {
                const auto index = number_of(layer, column, row);
                if (!index) continue;
                double sum = 0.0;
                double whole = 0.0;
                for (std::size_t part = 0; part < 9; ++part) {
                    sum += *number_of(parts, "contribution", row * 9 + part);
                    whole += number_of(parts, "contribution_share", row * 9 + part).value_or(0.0);
                }
                EXPECT_NEAR(sum, *index, 1e-12);
                EXPECT_NEAR(whole, *index > 0.0 ? 1.0 : 0.0, 1e-12);
            }
        });
    }
}

TEST(FoodLaws, PooledFiguresLieWithinThoseOfTheSettlements) {
    for_each_seed(15, [](Random& random) {
        const auto results = run_of(random_table(random, 120, 4), given_order(120), "paper", 2);
        const auto& layer = layer_of(results, "food_security");
        const auto& summary = layer_of(results, "food_security_summary");
        for (const auto* column : {"availability_index", "poor_households_share", "short_hours_share",
                                   "no_basic_education_share", "no_electricity_share", "not_immunised_share",
                                   "no_clean_water_share", "beyond_health_centre_share", "illiterate_share"}) {
            double least = 1e300;
            double greatest = -1e300;
            for (std::size_t row = 0; row < layer.row_count; ++row) {
                // Where a settlement has no figure of its own, the pooled one may lie outside.
                ASSERT_TRUE(number_of(layer, column, row));
                least = std::min(least, *number_of(layer, column, row));
                greatest = std::max(greatest, *number_of(layer, column, row));
            }
            EXPECT_GE(*number_of(summary, column, 0), least - 1e-12) << column;
            EXPECT_LE(*number_of(summary, column, 0), greatest + 1e-12) << column;
        }
    });
}

TEST(FoodLaws, TheBoundedIndexIsNeverAboveTheOther) {
    for_each_seed(10, [](Random& random) {
        const auto results = run_of(random_table(random, 80, 4), given_order(80), "paper", 2);
        const auto& layer = layer_of(results, "food_security");
        for (std::size_t row = 0; row < layer.row_count; ++row) {
            const auto index = number_of(layer, "ifi_lamba", row);
            if (!index) continue;
            EXPECT_LE(*number_of(layer, "ifi_lamba_bounded", row), *index);
        }
    });
}

}  // namespace
}  // namespace desakota::analyses
