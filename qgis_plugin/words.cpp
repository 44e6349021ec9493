#include "qgis_plugin/words.h"

#include <QRegularExpression>
#include <qgsapplication.h>

namespace desakota::qgis_plugin {

core::Language qgis_language() {
    return QgsApplication::locale().startsWith(QLatin1String("id")) ? core::Language::Indonesian
                                                                    : core::Language::English;
}

QString parameter_name(const std::string& name) {
    return to_qt(name).toUpper().replace('-', '_');
}

QString algorithm_name(const std::string& id) {
    return to_qt(id).remove('-');
}

QString sink_name(const analyses::Analysis& analysis, const analyses::OutputLayer& output) {
    return &output == analysis.outputs.data() ? QStringLiteral("OUTPUT") : parameter_name(output.name);
}

QString in_dialog_words(const core::Text& text, const analyses::Analysis& analysis, core::Language language) {
    static const QRegularExpression option(QStringLiteral("(?<![\\w-])--([a-z][a-z0-9-]*)"));
    const auto message = to_qt(text.in(language));
    QString result;
    int end = 0;
    for (auto matches = option.globalMatch(message); matches.hasNext();) {
        const auto match = matches.next();
        const auto* const parameter = analysis.find(match.captured(1).toStdString());
        result += message.mid(end, match.capturedStart() - end);
        result += parameter == nullptr ? match.captured() : '"' + to_qt(parameter->title.in(language)) + '"';
        end = match.capturedEnd();
    }
    return result + message.mid(end);
}

}  // namespace desakota::qgis_plugin
