#pragma once

#include <memory>
#include <vector>

#include <QStringList>
#include <qgsprocessingalgorithm.h>

#include "qgis_plugin/result_sinks.h"
#include "qgis_plugin/run_input.h"

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/analyses/kept_networks.h"

namespace desakota::qgis_plugin {

/// Any analysis of the catalogue as an algorithm of QGIS. Texts follow QGIS's language at the time it was made.
class Algorithm final : public QgsProcessingAlgorithm {
public:
    using Networks = std::shared_ptr<analyses::NetworkStore>;

    /// `analysis` outlives the algorithm. `networks`: what it shares with other runs.
    Algorithm(const analyses::Analysis& analysis, Networks networks);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] QString shortDescription() const override;
    [[nodiscard]] QString shortHelpString() const override;
    [[nodiscard]] QString group() const override;
    [[nodiscard]] QString groupId() const override;
    [[nodiscard]] QStringList tags() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QString svgIconPath() const override;
    /// Tells of all values that cannot be accepted, not of the first only.
    bool checkParameterValues(const QVariantMap& parameters, QgsProcessingContext& context,
                              QString* message) const override;

protected:
    [[nodiscard]] QgsProcessingAlgorithm* createInstance() const override;
    void initAlgorithm(const QVariantMap& configuration) override;
    bool prepareAlgorithm(const QVariantMap& parameters, QgsProcessingContext& context,
                          QgsProcessingFeedback* feedback) override;
    QVariantMap processAlgorithm(const QVariantMap& parameters, QgsProcessingContext& context,
                                 QgsProcessingFeedback* feedback) override;

private:
    [[nodiscard]] QVariantMap run(const RunRequest& request, QgsProcessingFeedback* feedback,
                                  core::Diagnostics& diagnostics);
    [[nodiscard]] QVariantMap write(const RunRequest& request, const analyses::Results& results, const RunInput& input,
                                    core::Progress& progress, core::Diagnostics& diagnostics) const;
    void tell(const core::Diagnostics& diagnostics, QgsProcessingFeedback* feedback) const;
    [[nodiscard]] QString problem_text(const core::Error& error) const;

    const analyses::Analysis& analysis_;
    Networks networks_;
    core::Language language_;
    ThreadBoundInput bound_;
};

}  // namespace desakota::qgis_plugin
