#include "engine/study/column_copies.h"

#include <cstdint>
#include <optional>
#include <utility>

namespace desakota::study {
namespace {

void add_yes_no(layers::Column& to, std::optional<std::int64_t> yes) {
    if (yes) {
        to.add_yes_no(*yes != 0);
    } else {
        to.add_missing();
    }
}

void add_value(layers::Column& to, const layers::Column& from, std::size_t row) {
    switch (from.type()) {
        case layers::ColumnType::Text:
            to.add(from.as_text(row));
            break;
        case layers::ColumnType::WholeNumber:
            to.add(from.whole_number(row));
            break;
        case layers::ColumnType::Number:
            to.add(from.number(row));
            break;
        case layers::ColumnType::YesNo:
            add_yes_no(to, from.whole_number(row));
            break;
    }
}

}  // namespace

layers::Column copied_as(const layers::Column& column, layers::ColumnDefinition definition) {
    definition.type = column.type();
    layers::Column copy(std::move(definition));
    copy.reserve(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) add_value(copy, column, row);
    return copy;
}

}  // namespace desakota::study
