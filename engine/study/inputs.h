#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/core/diagnostics.h"
#include "engine/core/progress.h"
#include "engine/io/run_record.h"
#include "engine/study/typed_values.h"

namespace desakota::study {

/// One run of an analysis, as what has to be read is concerned.
struct Order {
    const analyses::Analysis* analysis = nullptr;
    const TypedValues* values = nullptr;
    /// Columns that layers will have when the run begins, though their files do not hold them: results of earlier
    /// runs. By layer parameter.
    std::map<std::string, std::vector<layers::ColumnDefinition>> promised{};
    /// How a fault of this run is told: with the line of the study; empty: as it is.
    std::function<core::Text(const core::Text&)> told{};
};

/// What the runs read: each source once, with the columns that any of them needs.
///
///     Inputs inputs(orders, progress, diagnostics);
///     auto arguments = inputs.arguments(0);
class Inputs {
public:
    /// Opens all layers and files that the orders name, finds the fields, and reads what they need. The faults of each
    /// stage (opening; fields and geometry; reading) are thrown together: wrong usage where any is one, else unfit
    /// input. What there is to tell of files goes to `diagnostics`, of an order's fields to `messages`.
    Inputs(std::span<const Order> orders, core::Progress& progress, core::Diagnostics& diagnostics);
    Inputs(Inputs&&) noexcept;
    Inputs& operator=(Inputs&&) noexcept;
    Inputs(const Inputs&) = delete;
    Inputs& operator=(const Inputs&) = delete;
    ~Inputs();

    /// The values of one order, with the columns that it asked for (promised ones are still to be added). To be called
    /// once an order, in any order: the last that needs a layer takes it.
    [[nodiscard]] analyses::Arguments arguments(std::size_t order);
    /// The columns that the order takes of its `index`-th layer of a parameter, promised ones among them.
    [[nodiscard]] std::vector<std::string> columns_of(std::size_t order, const std::string& parameter,
                                                      std::size_t index) const;
    [[nodiscard]] const core::Diagnostics& messages(std::size_t order) const;

    /// What was read for a run record: for one order, or for all, each source and parameter once.
    [[nodiscard]] std::vector<io::RecordedInput> recorded(std::size_t order) const;
    [[nodiscard]] std::vector<io::RecordedOperation> operations(std::size_t order) const;
    /// The layers of these parameters will be looked at after all runs.
    void keep(std::span<const std::string> parameters);
    /// What was read for the order's parameter, while it is kept: nullptr where it has none.
    [[nodiscard]] const layers::Layer* look(std::size_t order, const std::string& parameter) const;
    /// A copy of a layer as it was read for the first order that has this parameter; nothing where none has.
    [[nodiscard]] std::vector<layers::Layer> layers(const std::string& parameter) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace desakota::study
