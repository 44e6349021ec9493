#include "engine/io/kml_links.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

#include <cpl_string.h>
#include <cpl_vsi.h>

#include "engine/core/error.h"
#include "engine/io/archive_safety.h"
#include "engine/io/gdal_handles.h"
#include "engine/io/local_file.h"

namespace desakota::io {
namespace {

constexpr std::string_view kLink = "NetworkLink";
/// Of an element's name, with the mark before it.
constexpr std::size_t kLongestPrefix = 32;

/// "<NetworkLink>" and "<kml:NetworkLink id='a'>"; not "</NetworkLink>", "<NetworkLinkControl>" or plain text.
bool is_start_of_link(std::string_view text, std::size_t place) {
    const auto before = text.substr(place - std::min(place, kLongestPrefix), std::min(place, kLongestPrefix));
    const auto mark = before.find_last_of("<>/ \t\r\n");
    const auto after = text.substr(place + kLink.size(), 1);
    return mark != std::string_view::npos && before[mark] == '<' && after.find_first_of(" \t\r\n>") == 0;
}

std::size_t find_link(std::string_view text) {
    auto place = text.find(kLink);
    while (place != std::string_view::npos && !is_start_of_link(text, place)) place = text.find(kLink, place + 1);
    return place;
}

/// What stands in the element's href; empty where there is none.
std::string address_in(std::string_view element) {
    constexpr std::string_view kAddress = "href>";
    const auto start = element.find(kAddress);
    if (start == std::string_view::npos) return {};
    const auto text = element.substr(start + kAddress.size());
    return std::string(text.substr(0, text.find('<')));
}

/// Finds the addresses of links in a text that comes piece by piece.
class LinkFinder {
public:
    void add(std::string_view piece, bool is_last) {
        text_ += piece;
        for (auto start = find_link(text_); start != std::string::npos; start = find_link(text_)) {
            const auto kept = std::min(start, kLongestPrefix);
            text_.erase(0, start - kept);
            const auto end = text_.find(std::string(kLink) + ">", kept + kLink.size());
            if (end == std::string::npos && text_.size() < kLongest && !is_last) return;
            addresses.push_back(address_in(std::string_view(text_).substr(0, std::min(end, kLongest))));
            text_.erase(0, kept + kLink.size());
        }
        constexpr std::size_t kTail = 64;
        if (text_.size() > kTail) text_.erase(0, text_.size() - kTail);
    }
    std::vector<std::string> addresses;

private:
    static constexpr std::size_t kLongest = std::size_t{1} << 16;
    std::string text_;
};

struct CloseKml {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

std::vector<std::string> links_of(const std::string& path) {
    LinkFinder finder;
    const std::unique_ptr<VSILFILE, CloseKml> file(VSIFOpenL(path.c_str(), "rb"));
    std::vector<char> buffer(std::size_t{1} << 20);
    for (std::size_t count = 1; file && count > 0;) {
        count = VSIFReadL(buffer.data(), 1, buffer.size(), file.get());
        finder.add({buffer.data(), count}, count == 0);
    }
    return finder.addresses;
}

/// Links of the KML files of a KMZ to what is not among them.
std::vector<std::string> links_out_of_archive(const std::string& archive) {
    const CPLStringList names(VSIReadDirRecursive(path_in_archive(archive, "").c_str()));
    std::vector<std::string> links;
    for (int i = 0; i < names.Count(); ++i) {
        if (!has_ending(names[i], ".kml")) continue;
        for (const auto& link : links_of(path_in_archive(archive, names[i]))) {
            if (names.FindString(link.c_str()) < 0) links.push_back(link);
        }
    }
    return links;
}

}  // namespace

void check_has_no_network_link(const std::string& path, const Source& source) {
    const ErrorCapture silence;
    std::vector<std::string> links;
    if (has_ending(path, ".kml")) links = links_of(path);
    if (has_ending(path, ".kmz")) links = links_out_of_archive(path);
    if (links.empty()) return;
    throw core::input_error(core::format_text(
        "{0}: shows places that lie elsewhere (NetworkLink), and what lies on the net is not read. Open it in Google "
        "Earth, save the places themselves as KMZ, and name that file.",
        "{0}: menampilkan tempat yang tersimpan di lokasi lain (NetworkLink), sedangkan data di internet tidak dibaca. "
        "Buka di Google Earth, simpan tempat-tempatnya sendiri sebagai KMZ, lalu sebutkan berkas itu.",
        public_name(source)));
}

}  // namespace desakota::io
