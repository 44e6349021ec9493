#include "engine/study/inputs.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/analyses/personal_data.h"
#include "engine/analyses/resolve.h"
#include "engine/io/fingerprint.h"
#include "engine/io/read_raster.h"
#include "engine/io/read_text_file.h"
#include "engine/io/source.h"
#include "engine/study/source_pool.h"

namespace desakota::study {
namespace {

using analyses::Parameter;
using analyses::ParameterKind;
using core::ExitStatus;

/// A filter stands in run.json, word for word.
void refuse_personal_filter(const Parameter& parameter, const io::Source& source) {
    if (!analyses::names_personal_data(source.subset)) return;
    throw core::usage_error(core::format_text(
        "--{0}: the filter names personal data, which would be kept in run.json. Filter by another field.",
        "--{0}: saringan menyebut data pribadi, yang akan tersimpan di run.json. Saring dengan kolom lain.",
        parameter.name));
}

/// The graver of two: an order that cannot be followed comes before content that cannot be used.
ExitStatus graver(ExitStatus left, ExitStatus right) {
    for (const auto status : {ExitStatus::WrongUsage, ExitStatus::UnfitInput}) {
        if (left == status || right == status) return status;
    }
    return right;
}

/// Of the time, where a raster is read, too.
constexpr double kShareOfLayers = 0.8;

io::TableReading table_reading(const TypedValues& values) {
    io::TableReading reading;
    const auto decimal = values.text("decimal");
    if (decimal == "comma") reading.decimal = io::DecimalMark::Comma;
    if (decimal == "point") reading.decimal = io::DecimalMark::Point;
    reading.dash_is_zero = values.text("dash") != "missing";
    return reading;
}

/// What one order was given of one layer.
struct Given {
    std::string parameter;
    std::size_t index = 0;  // among the layers of the parameter
    std::size_t source = 0;
    std::vector<std::string> columns{};
};

struct TextFile {
    std::string text;
    std::string sha256;
};

struct Raster {
    std::string path;
    layers::Layer layer;
    std::string sha256;
};

}  // namespace

struct Inputs::State {
    /// What an order came to.
    struct Taken {
        analyses::Arguments arguments;  // layers aside
        std::vector<Given> layers;
        core::Diagnostics messages;
    };

    State(std::span<const Order> all, core::Progress& shown, core::Diagnostics& told)
        : orders(all.begin(), all.end()), taken(all.size()), progress(&shown), diagnostics(&told) {}

    void work() {
        if (diagnostics->has_errors()) status = ExitStatus::WrongUsage;  // of the study that asks
        for (std::size_t i = 0; i < orders.size(); ++i) open(i);
        // The faults of a study are told all at once: those of fields beside those of files.
        if (!orders.empty() && !orders.front().told) throw_collected();
        for (std::size_t i = 0; i < orders.size(); ++i) check(i);
        throw_collected();
        read();
        throw_collected();
    }

    void throw_collected() { diagnostics->throw_errors(status.value_or(ExitStatus::UnfitInput)); }

    void tell(const core::Error& error, const Order* order) {
        status = status ? graver(*status, error.status()) : error.status();
        for (const auto& problem : error.problems()) {
            auto text = order != nullptr && order->told ? order->told(problem) : problem;
            if (std::ranges::find(problems, text) != problems.end()) continue;
            problems.push_back(text);
            diagnostics->error(std::move(text));
        }
    }

    /// Does `work` and keeps what it throws, so that other faults are found too.
    template <class Work>
    void collect(const Order* order, const Work& work) {
        if (progress->cancelled()) throw core::Cancelled();
        try {
            work();
        } catch (const core::Cancelled&) {
            throw;
        } catch (const core::Error& error) {
            tell(error, order);
        }
    }

    void take_plain_values(std::size_t number) {
        const auto& [analysis, values, promised, told] = orders[number];
        auto& arguments = taken[number].arguments;
        arguments.numbers = values->numbers;
        arguments.texts = values->texts;
        arguments.yes_no = values->yes_no;
        for (const auto& name : values->given) {
            if (analysis->find(name) != nullptr) arguments.given.push_back(name);
        }
    }

    void open(std::size_t number) {
        take_plain_values(number);
        const auto& order = orders[number];
        for (const auto& parameter : order.analysis->parameters) {
            if (parameter.kind != ParameterKind::Raster) open_layers(number, parameter);
            const auto file = order.values->files.find(parameter.name);
            if (file == order.values->files.end()) continue;
            collect(&order, [&] { read_file(number, parameter.name, file->second); });
        }
    }

    void open_layers(std::size_t number, const Parameter& parameter) {
        const auto& order = orders[number];
        const auto sources = order.values->sources.find(parameter.name);
        if (sources == order.values->sources.end()) return;
        for (std::size_t i = 0; i < sources->second.size(); ++i) {
            collect(&order, [&] {
                const auto& source = sources->second[i];
                refuse_personal_filter(parameter, io::parse_source(source));
                const Wanted wanted{source, parameter.geometry, table_reading(*order.values)};
                taken[number].layers.push_back({parameter.name, i, pool.open(wanted, *diagnostics)});
            });
        }
    }

    void read_file(std::size_t number, const std::string& parameter, const std::string& path) {
        auto place = files.find(path);
        if (place == files.end()) {
            auto text = io::read_text_file(path);
            auto sha256 = io::sha256(text);
            place = files.emplace(path, TextFile{std::move(text), std::move(sha256)}).first;
        }
        taken[number].arguments.files[parameter] = {path, place->second.text};
    }

    /// One order among several tells its own messages; a single one those of all.
    core::Diagnostics& messages_of(std::size_t number) {
        return orders.size() == 1 && !orders[number].told ? *diagnostics : taken[number].messages;
    }

    [[nodiscard]] analyses::Schemas schemas_of(std::size_t number) const {
        analyses::Schemas schemas;
        for (const auto& given : taken[number].layers) {
            const auto& source = pool.at(given.source);
            analyses::LayerSchema schema{source.label, source.open.geometry_type(), source.open.columns()};
            const auto promised = orders[number].promised.find(given.parameter);
            if (promised != orders[number].promised.end()) {
                schema.columns.insert(schema.columns.end(), promised->second.begin(), promised->second.end());
            }
            schemas[given.parameter].push_back(std::move(schema));
        }
        return schemas;
    }

    void check(std::size_t number) {
        const auto& order = orders[number];
        auto& arguments = taken[number].arguments;
        auto& messages = messages_of(number);
        const auto schemas = schemas_of(number);
        collect(&order, [&] {
            arguments.fields = analyses::resolve_fields(*order.analysis, schemas, order.values->fields, messages,
                                                        analyses::asked_fields(*order.analysis, arguments));
        });
        if (messages.has_errors()) status = ExitStatus::WrongUsage;
        analyses::check_geometry(*order.analysis, schemas, messages);
        if (&messages != diagnostics) collect(&order, [&] { messages.throw_errors(); });
        for (auto& given : taken[number].layers) {
            given.columns = analyses::needed_columns(*order.analysis, given.parameter, given.index, arguments.fields);
            pool.need(given.source, without_promised(number, given));
        }
    }

    [[nodiscard]] std::vector<std::string> without_promised(std::size_t number, const Given& given) const {
        const auto promised = orders[number].promised.find(given.parameter);
        if (promised == orders[number].promised.end()) return given.columns;
        auto columns = given.columns;
        std::erase_if(columns, [&](const std::string& column) {
            return std::ranges::find(promised->second, column, &layers::ColumnDefinition::name) !=
                   promised->second.end();
        });
        return columns;
    }

    [[nodiscard]] const std::string* raster_of(const Order& order) const {
        for (const auto& parameter : order.analysis->parameters) {
            const auto place = order.values->sources.find(parameter.name);
            if (parameter.kind == ParameterKind::Raster && place != order.values->sources.end()) {
                return &place->second.front();
            }
        }
        return nullptr;
    }

    void read() {
        const bool has_rasters =
            std::ranges::any_of(orders, [&](const Order& order) { return raster_of(order) != nullptr; });
        core::Stage layers_stage(*progress, 0.0, has_rasters ? kShareOfLayers : 1.0);
        pool.read(layers_stage, *diagnostics, [&](const auto& reading) { collect(nullptr, reading); });
        core::Stage raster_stage(*progress, kShareOfLayers, 1.0);
        for (const auto& order : orders) read_raster(order, raster_stage);
    }

    /// No analysis has more than one.
    void read_raster(const Order& order, core::Progress& stage) {
        const auto* const path = raster_of(order);
        if (path == nullptr || std::ranges::find(rasters, *path, &Raster::path) != rasters.end()) return;
        collect(&order, [&] {
            auto read = io::read_raster(*path, stage, *diagnostics);
            rasters.push_back({*path, std::move(read.layer), std::move(read.sha256)});
        });
    }

    [[nodiscard]] const Raster* raster(const Order& order) const {
        const auto* const path = raster_of(order);
        if (path == nullptr) return nullptr;
        return &*std::ranges::find(rasters, *path, &Raster::path);
    }

    [[nodiscard]] static std::string raster_parameter(const Order& order) {
        return std::ranges::find(order.analysis->parameters, ParameterKind::Raster, &Parameter::kind)->name;
    }

    std::vector<Order> orders;
    std::vector<Taken> taken;
    core::Progress* progress;
    core::Diagnostics* diagnostics;
    SourcePool pool;
    std::map<std::string, TextFile> files;  // by path
    std::vector<Raster> rasters;
    std::vector<core::Text> problems;  // told
    std::optional<ExitStatus> status;  // of what was collected
};

Inputs::Inputs(std::span<const Order> orders, core::Progress& progress, core::Diagnostics& diagnostics)
    : state_(std::make_unique<State>(orders, progress, diagnostics)) {
    state_->work();
}

Inputs::Inputs(Inputs&&) noexcept = default;
Inputs& Inputs::operator=(Inputs&&) noexcept = default;
Inputs::~Inputs() = default;

analyses::Arguments Inputs::arguments(std::size_t order) {
    auto& taken = state_->taken[order];
    auto arguments = std::move(taken.arguments);
    for (const auto& given : taken.layers) {
        arguments.layers[given.parameter].push_back(
            state_->pool.take(given.source, state_->without_promised(order, given)));
    }
    if (const auto* raster = state_->raster(state_->orders[order])) {
        arguments.layers[State::raster_parameter(state_->orders[order])].push_back(raster->layer);
    }
    return arguments;
}

std::vector<std::string> Inputs::columns_of(std::size_t order, const std::string& parameter, std::size_t index) const {
    for (const auto& given : state_->taken[order].layers) {
        if (given.parameter == parameter && given.index == index) return given.columns;
    }
    return {};
}

const core::Diagnostics& Inputs::messages(std::size_t order) const {
    return state_->taken[order].messages;
}

std::vector<io::RecordedInput> Inputs::recorded(std::size_t order) const {
    const auto& [analysis, values, promised, told] = state_->orders[order];
    std::vector<io::RecordedInput> result;
    for (const auto& parameter : analysis->parameters) {
        const auto file = values->files.find(parameter.name);
        if (file == values->files.end()) continue;
        result.push_back({parameter.name, file->second, "", state_->files.at(file->second).sha256, std::nullopt});
    }
    for (const auto& given : state_->taken[order].layers) {
        const auto& source = state_->pool.at(given.source);
        result.push_back({given.parameter, source.source, source.layer.name, source.sha256,
                          static_cast<std::int64_t>(source.layer.row_count)});
    }
    if (const auto* raster = state_->raster(state_->orders[order])) {
        result.push_back({State::raster_parameter(state_->orders[order]), raster->path, raster->layer.name,
                          raster->sha256, static_cast<std::int64_t>(raster->layer.row_count)});
    }
    return result;
}

std::vector<io::RecordedOperation> Inputs::operations(std::size_t order) const {
    std::vector<io::RecordedOperation> result;
    for (const auto& given : state_->taken[order].layers) {
        const auto& operation = state_->pool.at(given.source).operation;
        if (!operation.name.empty()) result.push_back({given.parameter, operation.name, operation.accuracy});
    }
    return result;
}

void Inputs::keep(std::span<const std::string> parameters) {
    for (const auto& taken : state_->taken) {
        for (const auto& given : taken.layers) {
            if (std::ranges::find(parameters, given.parameter) != parameters.end()) state_->pool.keep(given.source);
        }
    }
}

const layers::Layer* Inputs::look(std::size_t order, const std::string& parameter) const {
    for (const auto& given : state_->taken[order].layers) {
        if (given.parameter == parameter) return &state_->pool.look(given.source);
    }
    return nullptr;
}

std::vector<layers::Layer> Inputs::layers(const std::string& parameter) const {
    for (const auto& taken : state_->taken) {
        std::vector<layers::Layer> found;
        for (const auto& given : taken.layers) {
            if (given.parameter == parameter) found.push_back(state_->pool.look(given.source));
        }
        if (!found.empty()) return found;
    }
    return {};
}

}  // namespace desakota::study
