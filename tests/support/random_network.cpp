#include "tests/support/random_network.h"

#include <cmath>

namespace desakota::test_support {

namespace {

using geo::Point;

constexpr Point kMiddle{104.7, -2.5};
constexpr double kMetresADegree = 111'000.0;

double rounded(double degrees) {
    return std::floor(degrees * 1e7 + 0.5) / 1e7;
}

Point from_middle(const Point& metres) {
    return {rounded(kMiddle.x + metres.x / kMetresADegree), rounded(kMiddle.y + metres.y / kMetresADegree)};
}

Point between(const Point& a, const Point& b, double share) {
    return {rounded(a.x + (b.x - a.x) * share), rounded(a.y + (b.y - a.y) * share)};
}

class NetworkMaker {
public:
    NetworkMaker(Random& random, const RandomNetworkRules& rules) : random_(random), rules_(rules) {}

    RandomNetwork make() {
        make_places();
        for (std::size_t i = 0; i < rules_.lines; ++i) {
            add_line(i > 2 && random_.chance(rules_.middle_share) ? middle_of_a_line() : place());
        }
        if (random_.chance(0.3)) network_.lines.push_back(network_.lines[random_.below(network_.lines.size())]);
        for (std::size_t i = 0; i < rules_.settlements; ++i) network_.settlements.push_back(anywhere());
        for (std::size_t i = 0; i < rules_.destinations; ++i) network_.destinations.push_back(near_a_line());
        return std::move(network_);
    }

private:
    [[nodiscard]] double half() const { return rules_.side_m / 2; }
    Point anywhere() { return from_middle({random_.between(-half(), half()), random_.between(-half(), half())}); }

    /// Two clusters with an empty strip between them, so that components arise whatever the lines.
    void make_places() {
        const double border = half() - rules_.side_m * rules_.split_share;
        for (std::size_t i = 0; i < rules_.places; ++i) {
            const bool is_second = i % 4 == 3;
            const double x = is_second ? random_.between(border + 300.0, half()) : random_.between(-half(), border);
            (is_second ? second_ : first_).push_back(from_middle({x, random_.between(-half(), half())}));
        }
    }

    /// The places of the cluster at work: three lines in four belong to the first.
    [[nodiscard]] const std::vector<Point>& cluster() const { return in_second_ ? second_ : first_; }
    Point place() {
        in_second_ = second_.size() > 1 && random_.chance(0.25);
        return cluster()[random_.below(cluster().size())];
    }

    /// A vertex of some line, or a spot between two vertices where it has none.
    Point middle_of_a_line() {
        const auto& line = network_.lines[random_.below(network_.lines.size())].points;
        in_second_ = line.front().x > kMiddle.x + (half() - rules_.side_m * rules_.split_share) / kMetresADegree;
        const auto i = random_.below(line.size() - 1);
        return random_.chance(0.5) ? line[i] : between(line[i], line[i + 1], random_.between(0.1, 0.9));
    }

    /// Moved a few metres towards `other` where a gap is due; nothing is moved onto or beyond it.
    Point with_gap(const Point& end, const Point& other) {
        const double metres = random_.between(0.5, 4.5);
        if (!random_.chance(rules_.gap_share)) return end;
        const double dx = other.x - end.x;
        const double dy = other.y - end.y;
        const double length = std::sqrt(dx * dx + dy * dy) * kMetresADegree;
        return length > 50.0 ? between(end, other, metres / length) : end;
    }

    void add_line(const Point& from) {
        const auto& targets = cluster();
        const auto to = targets[random_.below(targets.size())];
        if (from == to) return add_dead_end(from);
        RandomLine line;
        const auto pieces = 1 + random_.below(5);
        line.points.push_back(with_gap(from, to));
        for (std::size_t i = 1; i < pieces; ++i) {
            const auto spot = between(from, to, static_cast<double>(i) / static_cast<double>(pieces));
            line.points.push_back(
                {rounded(spot.x + random_.between(-0.001, 0.001)), rounded(spot.y + random_.between(-0.001, 0.001))});
        }
        line.points.push_back(with_gap(to, from));
        finish(std::move(line));
    }

    void add_dead_end(const Point& from) {
        const Point to{rounded(from.x + random_.between(0.001, 0.004)),
                       rounded(from.y + random_.between(-0.004, 0.004))};
        finish({{from, to}});
    }

    void finish(RandomLine line) {
        line.one_way = random_.chance(rules_.one_way_share) ? (random_.chance(0.5) ? 1 : -1) : 0;
        line.level = random_.chance(rules_.level_share) ? 1 : 0;
        line.class_index = random_.below(rules_.classes);
        network_.lines.push_back(std::move(line));
    }

    Point near_a_line() {
        const auto& line = network_.lines[random_.below(network_.lines.size())].points;
        const auto i = random_.below(line.size() - 1);
        const auto spot = between(line[i], line[i + 1], random_.unit());
        return {rounded(spot.x + random_.between(-0.003, 0.003)), rounded(spot.y + random_.between(-0.003, 0.003))};
    }

    Random& random_;
    const RandomNetworkRules& rules_;
    RandomNetwork network_;
    std::vector<Point> first_;
    std::vector<Point> second_;
    bool in_second_ = false;
};

}  // namespace

RandomNetwork random_network(Random& random, const RandomNetworkRules& rules) {
    return NetworkMaker(random, rules).make();
}

}  // namespace desakota::test_support
