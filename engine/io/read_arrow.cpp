#include "engine/io/read_arrow.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string_view>

#include <ogr_recordbatch.h>
#include <ogrsf_frmts.h>

#include "engine/core/error.h"
#include "engine/io/arrow_batches.h"

namespace desakota::io {
namespace {

/// One column of a batch, by the layouts of Arrow's columnar format: a bitmap of what is there, then offsets and bytes,
/// or numbers.
class ArrowColumn {
public:
    ArrowColumn(const ArrowArray& array, std::string_view format) : array_(&array), format_(format) {}

    [[nodiscard]] char format() const { return format_.front(); }
    [[nodiscard]] bool is_missing(std::int64_t row) const {
        if (array_->null_count == 0 || array_->buffers[0] == nullptr) return false;
        const auto at = static_cast<std::uint64_t>(row + array_->offset);
        return ((static_cast<const std::uint8_t*>(array_->buffers[0])[at / 8] >> (at % 8)) & 1U) == 0;
    }
    template <class Number>
    [[nodiscard]] Number number(std::int64_t row) const {
        return static_cast<const Number*>(array_->buffers[1])[row + array_->offset];
    }
    [[nodiscard]] bool yes_no(std::int64_t row) const {
        const auto at = static_cast<std::uint64_t>(row + array_->offset);
        return ((static_cast<const std::uint8_t*>(array_->buffers[1])[at / 8] >> (at % 8)) & 1U) != 0;
    }
    [[nodiscard]] std::string_view text(std::int64_t row) const {
        return is_long() ? text_of<std::int64_t>(row) : text_of<std::int32_t>(row);
    }
    [[nodiscard]] std::span<const std::byte> bytes(std::int64_t row) const {
        const auto value = text(row);
        return std::as_bytes(std::span(value.data(), value.size()));
    }
    /// Of all rows together.
    [[nodiscard]] std::size_t byte_count() const {
        if (array_->length == 0) return 0;
        const auto last = text(array_->length - 1);
        const auto first = text(0);
        return static_cast<std::size_t>(last.data() + last.size() - first.data());
    }

private:
    [[nodiscard]] bool is_long() const { return format() == 'U' || format() == 'Z'; }
    template <class Offset>
    [[nodiscard]] std::string_view text_of(std::int64_t row) const {
        const auto* const offsets = static_cast<const Offset*>(array_->buffers[1]) + row + array_->offset;
        const auto* const bytes = static_cast<const char*>(array_->buffers[2]);
        return {bytes + offsets[0], static_cast<std::size_t>(offsets[1] - offsets[0])};
    }

    const ArrowArray* array_;
    std::string_view format_;
};

/// Where in a batch the things stand.
struct Places {
    std::int64_t id = 0;
    std::optional<std::int64_t> geometry;
    std::vector<std::int64_t> columns;
};

std::optional<std::int64_t> place_of(const ArrowSchema& schema, std::string_view name) {
    for (std::int64_t child = 0; child < schema.n_children; ++child) {
        if (name == schema.children[child]->name) return child;
    }
    return std::nullopt;
}

std::string_view or_usual(const char* name, std::string_view usual) {
    return *name == '\0' ? usual : std::string_view(name);
}

/// Empty where the stream lacks one of them.
std::optional<Places> find_places(OGRLayer& layer, const ArrowSchema& schema,
                                  const std::vector<SchemaColumn>& columns) {
    Places places;
    const auto id = place_of(schema, or_usual(layer.GetFIDColumn(), "OGC_FID"));
    if (!id) return std::nullopt;
    places.id = *id;
    if (layer.GetGeomType() != wkbNone) {
        places.geometry = place_of(schema, or_usual(layer.GetGeometryColumn(), "wkb_geometry"));
        if (!places.geometry) return std::nullopt;
    }
    for (const auto& column : columns) {
        const auto place = place_of(schema, layer.GetLayerDefn()->GetFieldDefn(column.field)->GetNameRef());
        if (!place) return std::nullopt;
        places.columns.push_back(*place);
    }
    return places;
}

void add_value(const ArrowColumn& from, std::int64_t row, layers::Column& values) {
    switch (from.format()) {
        case 'b':
            return values.add_yes_no(from.yes_no(row));
        case 's':
            return values.add_whole_number(from.number<std::int16_t>(row));
        case 'i':
            return values.add_whole_number(from.number<std::int32_t>(row));
        case 'l':
            return values.add_whole_number(from.number<std::int64_t>(row));
        default:
            break;
    }
    const double value = from.format() == 'f' ? static_cast<double>(from.number<float>(row)) : from.number<double>(row);
    std::isnan(value) ? values.add_missing() : values.add_number(value);
}

void add_column(const ArrowColumn& from, std::int64_t rows, std::size_t index, LayerBuilder& builder) {
    auto& values = builder.column(index);
    const bool is_text = from.format() == 'u' || from.format() == 'U';
    for (std::int64_t row = 0; row < rows; ++row) {
        if (from.is_missing(row)) {
            values.add_missing();
        } else if (is_text) {
            builder.add_text(index, from.text(row));
        } else {
            add_value(from, row, values);
        }
    }
}

void add_geometries(const ArrowColumn& from, std::int64_t rows, LayerBuilder& builder) {
    builder.make_room(static_cast<std::size_t>(rows), from.byte_count());
    for (std::int64_t row = 0; row < rows; ++row) {
        from.is_missing(row) ? builder.add_no_geometry() : builder.add_wkb(from.bytes(row));
    }
}

void add_batch(const ArrowSchema& schema, const ArrowArray& batch, const Places& places, LayerBuilder& builder) {
    const auto column_at = [&](std::int64_t place) {
        return ArrowColumn(*batch.children[place], schema.children[place]->format);
    };
    if (places.geometry) add_geometries(column_at(*places.geometry), batch.length, builder);
    const auto ids = column_at(places.id);
    for (std::int64_t row = 0; row < batch.length; ++row) builder.add_id(ids.number<std::int64_t>(row));
    for (std::size_t index = 0; index < places.columns.size(); ++index) {
        add_column(column_at(places.columns[index]), batch.length, index, builder);
    }
}

bool is_simple(const OGRFieldDefn& field) {
    switch (field.GetType()) {
        case OFTInteger:
        case OFTInteger64:
        case OFTReal:
        case OFTString:
            return true;
        default:
            return false;
    }
}

}  // namespace

bool can_read_arrow(const OpenLayer& open, const std::vector<SchemaColumn>& columns) {
    const bool is_known =
        (open.format == Format::GeoPackage && *open.layer->GetFIDColumn() != '\0') || open.format == Format::FlatGeobuf;
    if (!is_known || open.layer->TestCapability(OLCFastGetArrowStream) == 0) return false;
    const auto& definition = *open.layer->GetLayerDefn();
    return std::ranges::all_of(columns, [&](const SchemaColumn& column) {
        return column.form != ValueForm::VillageCode && is_simple(*definition.GetFieldDefn(column.field));
    });
}

void read_arrow(const OpenLayer& open, LayerBuilder& builder) {
    ArrowBatches batches(*open.layer);
    const auto cannot = [&](const std::string& reason) {
        return core::input_error(core::format_text("{0}: reading stopped: {1}. Check or repair the file.",
                                                   "{0}: pembacaan terhenti: {1}. Periksa atau perbaiki berkasnya.",
                                                   open.layer->GetName(), reason));
    };
    if (!batches.error().empty()) throw cannot(batches.error());
    const auto places = find_places(*open.layer, batches.schema(), builder.columns());
    if (!places) throw cannot("a column is missing");
    while (const auto batch = batches.next(builder.progress())) {
        add_batch(batches.schema(), *batch, *places, builder);
        builder.batch_is_complete();
    }
    if (!batches.error().empty()) throw cannot(batches.error());
}

}  // namespace desakota::io
