#include "engine/io/wkb.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <optional>

namespace desakota::io {
namespace {

static_assert(std::endian::native == std::endian::little, "well-known binary is read as little-endian memory");

constexpr int kDeepest = 32;  // collections within collections

/// The geometry type numbers of ISO 13249-3 (SQL/MM), without their dimension.
enum class Kind : std::uint8_t {
    Point = 1,
    LineString = 2,
    Polygon = 3,
    MultiPoint = 4,
    MultiLineString = 5,
    MultiPolygon = 6,
    Collection = 7,
    PolyhedralSurface = 15,
    Tin = 16,
    Triangle = 17,
};

struct Header {
    std::uint32_t kind = 0;
    std::size_t doubles = 2;  // a vertex has
    bool is_swapped = false;
};

class Cursor {
public:
    explicit Cursor(std::span<const std::byte> bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    [[nodiscard]] bool has(std::size_t items, std::size_t item_size) const {
        return items <= static_cast<std::size_t>(end_ - at_) / item_size;
    }
    void skip(std::size_t bytes) { at_ += bytes; }

    std::optional<std::uint32_t> count(bool is_swapped) {
        if (!has(1, sizeof(std::uint32_t))) return std::nullopt;
        std::uint32_t value = 0;
        std::memcpy(&value, at_, sizeof value);
        at_ += sizeof value;
        return is_swapped ? __builtin_bswap32(value) : value;
    }

    std::optional<Header> header() {
        if (!has(1, 1)) return std::nullopt;
        Header header{.is_swapped = *at_++ == std::byte{0}};
        const auto type = count(header.is_swapped);
        if (!type) return std::nullopt;
        constexpr std::uint32_t kZ = 0x80000000;
        constexpr std::uint32_t kM = 0x40000000;
        constexpr std::uint32_t kSrid = 0x20000000;
        const auto number = *type & ~(kZ | kM | kSrid);
        const auto dimension = number / 1000;  // ISO: 1000 Z, 2000 M, 3000 both
        header.kind = number % 1000;
        header.doubles += (*type & kZ) != 0 || dimension == 1 || dimension == 3 ? 1 : 0;
        header.doubles += (*type & kM) != 0 || dimension == 2 || dimension == 3 ? 1 : 0;
        if ((*type & kSrid) != 0 && !count(header.is_swapped)) return std::nullopt;
        return header;
    }

    /// The caller has asked `has`.
    geo::Point vertex(const Header& header) {
        geo::Point point;
        std::memcpy(&point, at_, sizeof point);
        at_ += header.doubles * sizeof(double);
        if (header.is_swapped) point = {swapped(point.x), swapped(point.y)};
        return point;
    }

private:
    static double swapped(double value) {
        return std::bit_cast<double>(__builtin_bswap64(std::bit_cast<std::uint64_t>(value)));
    }

    const std::byte* at_;
    const std::byte* end_;
};

class Parser {
public:
    Parser(std::span<const std::byte> wkb, geo::GeometryType wanted, geo::Geometries& geometries)
        : cursor_(wkb), wanted_(wanted), geometries_(geometries) {}

    /// False where the outcome is settled as curved or corrupt.
    bool geometry(int depth) {
        const auto header = cursor_.header();
        if (!header || depth > kDeepest) return settle(WkbOutcome::Corrupt);
        switch (static_cast<Kind>(header->kind)) {
            case Kind::Point:
                return point(*header);
            case Kind::LineString:
                return line(*header);
            case Kind::Polygon:
            case Kind::Triangle:
                return polygon(*header);
            case Kind::MultiPoint:
            case Kind::MultiLineString:
            case Kind::MultiPolygon:
            case Kind::Collection:
            case Kind::PolyhedralSurface:
            case Kind::Tin:
                return members(*header, depth);
        }
        const bool is_curve = header->kind >= 8 && header->kind <= 14;
        return settle(is_curve ? WkbOutcome::Curved : WkbOutcome::Corrupt);
    }

    [[nodiscard]] WkbOutcome outcome() const { return outcome_; }

private:
    bool settle(WkbOutcome outcome) {
        outcome_ = outcome;
        return false;
    }
    void end_part(geo::PartRole role) {
        geometries_.end_part(role);
        outcome_ = WkbOutcome::Taken;
    }
    void note_other_type() {
        if (outcome_ == WkbOutcome::Empty) outcome_ = WkbOutcome::OtherType;
    }

    bool members(const Header& header, int depth) {
        const auto count = cursor_.count(header.is_swapped);
        if (!count) return settle(WkbOutcome::Corrupt);
        for (std::uint32_t member = 0; member < *count; ++member) {
            if (!geometry(depth + 1)) return false;
        }
        return true;
    }

    bool point(const Header& header) {
        if (!cursor_.has(header.doubles, sizeof(double))) return settle(WkbOutcome::Corrupt);
        const auto vertex = cursor_.vertex(header);
        if (std::isnan(vertex.x) && std::isnan(vertex.y)) return true;  // an empty point
        if (wanted_ != geo::GeometryType::Point) {
            note_other_type();
            return true;
        }
        geometries_.add_coordinate(vertex);
        end_part(geo::PartRole::Point);
        return true;
    }

    /// The number of vertices that follow, all of which are there.
    std::optional<std::uint32_t> vertices(const Header& header) {
        const auto count = cursor_.count(header.is_swapped);
        if (count && cursor_.has(*count, header.doubles * sizeof(double))) return count;
        settle(WkbOutcome::Corrupt);
        return std::nullopt;
    }

    bool line(const Header& header) {
        const auto count = vertices(header);
        if (!count) return false;
        const bool is_wanted = wanted_ == geo::GeometryType::Line;
        if (!is_wanted || *count < 2) {
            cursor_.skip(*count * header.doubles * sizeof(double));
            if (!is_wanted && *count > 0) note_other_type();
            return true;
        }
        for (std::uint32_t vertex = 0; vertex < *count; ++vertex) geometries_.add_coordinate(cursor_.vertex(header));
        end_part(geo::PartRole::Line);
        return true;
    }

    bool polygon(const Header& header) {
        const auto count = cursor_.count(header.is_swapped);
        if (!count) return settle(WkbOutcome::Corrupt);
        bool has_outer = false;
        for (std::uint32_t index = 0; index < *count; ++index) {
            const auto size = vertices(header);
            if (!size) return false;
            const bool is_wanted = wanted_ == geo::GeometryType::Polygon;
            if (is_wanted && *size >= 3 && (index == 0 || has_outer)) {
                ring(header, *size, index == 0 ? geo::PartRole::OuterRing : geo::PartRole::InnerRing);
                has_outer = true;
            } else {
                cursor_.skip(*size * header.doubles * sizeof(double));
                if (!is_wanted && *size > 0) note_other_type();
            }
        }
        return true;
    }

    void ring(const Header& header, std::uint32_t size, geo::PartRole role) {
        const auto first = cursor_.vertex(header);
        auto last = first;
        geometries_.add_coordinate(first);
        for (std::uint32_t vertex = 1; vertex < size; ++vertex) {
            last = cursor_.vertex(header);
            geometries_.add_coordinate(last);
        }
        if (!(last == first)) geometries_.add_coordinate(first);
        end_part(role);
    }

    Cursor cursor_;
    geo::GeometryType wanted_;
    geo::Geometries& geometries_;
    WkbOutcome outcome_ = WkbOutcome::Empty;
};

}  // namespace

WkbOutcome add_wkb(std::span<const std::byte> wkb, geo::GeometryType wanted, geo::Geometries& geometries) {
    Parser parser(wkb, wanted, geometries);
    if (!parser.geometry(0)) geometries.discard_open_parts();
    return parser.outcome();
}

}  // namespace desakota::io
