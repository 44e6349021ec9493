#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <cpl_vsi.h>

namespace desakota::io {

/// The XML of a sheet: a line a row, cells between bars; a cell that starts with '=' is a number or, with '|' no part
/// of it, any XML of a cell's inside ("=<f>1+1</f><v>2</v>"), others are texts, taken as they are; empty lines are
/// empty rows.
inline std::string sheet_xml(std::string_view text) {
    std::string xml;
    for (int number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const auto row = std::to_string(number);
        if (line.empty()) continue;
        xml += "<row r=\"" + row + "\">";
        for (char letter = 'A'; !line.empty(); ++letter) {
            const auto bar = line.find('|');
            const auto cell = line.substr(0, bar);
            line.remove_prefix(bar == std::string_view::npos ? line.size() : bar + 1);
            if (cell.empty()) continue;
            const auto place = letter + row;
            if (cell.front() != '=') {
                xml += "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + std::string(cell) + "</t></is></c>";
                continue;
            }
            const auto inside = std::string(cell.substr(1));
            xml += "<c r=\"" + place + "\">" + (inside.starts_with('<') ? inside : "<v>" + inside + "</v>") + "</c>";
        }
        xml += "</row>";
    }
    return xml;
}

/// Writes a workbook as spreadsheet programs do, a sheet for each pair of a name and the XML of its rows.
class WorkbookFile {
public:
    explicit WorkbookFile(const std::string& path) : path_("/vsizip/{" + path + "}/"), zip_(open("")) {
        if (!zip_) throw std::runtime_error("test data: " + path);
    }
    void write(const std::string& name, const std::vector<std::string>& parts) const {
        const auto file = open(name);
        if (!file) throw std::runtime_error("test data: " + name);
        for (const auto& part : parts) VSIFWriteL(part.data(), 1, part.size(), file.get());
    }

private:
    struct Close {
        void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
    };
    using File = std::unique_ptr<VSILFILE, Close>;
    [[nodiscard]] File open(const std::string& name) const { return File(VSIFOpenL((path_ + name).c_str(), "wb")); }

    std::string path_;
    File zip_;  // the archive stays open for all its files
};

struct TestSheet {
    std::string name;
    std::vector<std::string> rows;  ///< parts of XML, see sheet_xml
};

inline std::string write_workbook(const std::string& path, const std::vector<TestSheet>& sheets) {
    constexpr auto kStart = R"(<?xml version="1.0" encoding="UTF-8"?>)";
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string package = "http://schemas.openxmlformats.org/package/2006/";
    std::string types;
    std::string names;
    std::string links;
    const auto add_type = [&](const std::string& part, const std::string& type) {
        types +=
            "<Override PartName=\"/" + part + "\" ContentType=\"application/vnd.openxmlformats-" + type + "+xml\"/>";
    };
    add_type("_rels/.rels", "package.relationships");
    add_type("xl/_rels/workbook.xml.rels", "package.relationships");
    add_type("xl/styles.xml", "officedocument.spreadsheetml.styles");
    add_type("xl/workbook.xml", "officedocument.spreadsheetml.sheet.main");
    const WorkbookFile file(path);
    for (std::size_t index = 0; index < sheets.size(); ++index) {
        const auto number = std::to_string(index + 1);
        const auto part = "worksheets/sheet" + number + ".xml";
        add_type("xl/" + part, "officedocument.spreadsheetml.worksheet");
        names += "<sheet name=\"" + sheets[index].name + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
        links += "<Relationship Id=\"rId" + number + "\" Type=\"" + office + "/worksheet\" Target=\"" + part + "\"/>";
        std::vector<std::string> parts{kStart, "<worksheet xmlns=\"" + main + "\"><sheetData>"};
        parts.insert(parts.end(), sheets[index].rows.begin(), sheets[index].rows.end());
        parts.emplace_back("</sheetData></worksheet>");
        file.write("xl/" + part, parts);
    }
    file.write("[Content_Types].xml", {kStart, "<Types xmlns=\"" + package + "content-types\">", types, "</Types>"});
    file.write("_rels/.rels",
               {kStart, "<Relationships xmlns=\"" + package + "relationships\"><Relationship Id=\"rId1\" Type=\"" +
                            office + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"});
    file.write("xl/workbook.xml", {kStart, "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office + "\"><sheets>",
                                   names, "</sheets></workbook>"});
    file.write("xl/_rels/workbook.xml.rels",
               {kStart, "<Relationships xmlns=\"" + package + "relationships\">", links, "</Relationships>"});
    file.write("xl/styles.xml", {kStart, "<styleSheet xmlns=\"" + main + "\"/>"});
    return path;
}

}  // namespace desakota::io
