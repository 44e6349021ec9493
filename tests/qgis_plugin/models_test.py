"""Analyses as parts of models, and one after the other in a batch."""

import support
from qgis.core import (QgsProcessingModelAlgorithm, QgsProcessingModelChildAlgorithm,
                       QgsProcessingModelChildParameterSource, QgsProcessingModelOutput, QgsProcessingModelParameter,
                       QgsProcessingParameterEnum, QgsProcessingParameterFeatureSource)

Source = QgsProcessingModelChildParameterSource


def child(analysis, **sources):
    """A part of a model, whose outputs are those of the model where `outputs` names them."""
    part = QgsProcessingModelChildAlgorithm('desakota:' + analysis)
    part.setChildId(analysis)
    for name, source in sources.items():
        part.addParameterSources(name, source if isinstance(source, list) else [source])
    return part


def output(name):
    found = QgsProcessingModelOutput(name)
    found.setChildOutputName('OUTPUT')
    found.setDescription(name)
    return found


class Models(support.PluginTest):
    def model(self):
        """Health access by a means that the model asks for; its result is the settlements of the second analysis."""
        model = QgsProcessingModelAlgorithm('model', 'tests')
        model.addModelParameter(QgsProcessingParameterFeatureSource('desa', 'desa'),
                                QgsProcessingModelParameter('desa'))
        model.addModelParameter(QgsProcessingParameterEnum('cara', 'cara', ['motorcycle', 'walking', 'car'], False,
                                                           'walking', False, True), QgsProcessingModelParameter('cara'))
        roads = Source.fromStaticValue([support.SAMPLE + '|layername=roads'])
        first = child('healthaccess', SETTLEMENTS=Source.fromModelParameter('desa'), ROADS=roads,
                      FACILITIES=Source.fromStaticValue(support.SAMPLE + '|layername=facilities'),
                      MODE=Source.fromModelParameter('cara'))
        second = child('distancetocentre', SETTLEMENTS=Source.fromChildOutput('healthaccess', 'OUTPUT'), ROADS=roads,
                       CENTRES=Source.fromStaticValue(support.SAMPLE + '|layername=centres'),
                       ID_FIELD=Source.fromStaticValue('settlement_id'),
                       NAME_FIELD=Source.fromStaticValue('settlement_name'))
        for part, name in ((first, 'akses'), (second, 'jarak')):
            part.setModelOutputs({name: output(name)})
            model.addChildAlgorithm(part)
        model.initAlgorithm()
        return model

    def test_analyses_follow_one_another_in_a_model(self):
        context = support.QgsProcessingContext()
        results, is_done = self.model().run(
            {'desa': support.sample_layer('settlements'), 'cara': 'car', 'healthaccess:akses': 'memory:',
             'distancetocentre:jarak': 'memory:'}, context, support.Feedback(), {}, False)
        self.assertTrue(is_done)
        layers = [support.QgsProcessingUtils.mapLayerFromString(results[name], context)
                  for name in ('healthaccess:akses', 'distancetocentre:jarak')]
        (names, rows), (others, second) = (support.rows_of(layer) for layer in layers)
        self.assertEqual(len(rows), 41)
        self.assertEqual([row[others.index('settlement_id')] for row in second],
                         [row[names.index('settlement_id')] for row in rows])

    def test_runs_of_a_batch_do_not_touch_one_another(self):
        values = {'SETTLEMENTS': support.sample_layer('settlements'), 'ROADS': [support.sample_layer('roads')],
                  'FACILITIES': support.sample_layer('facilities')}
        results = [self.run_algorithm('health-access', dict(values, MODE=mode, OUTPUT=self.file(mode + '.gpkg')))
                   for mode in ('walking', 'car', 'walking')]
        self.assertEqual(results[0]['SUMMARY'], results[2]['SUMMARY'])
        minutes = []
        for mode in ('walking', 'car'):
            names, rows = support.rows_in_file(self.file(mode + '.gpkg'), mode)
            minutes.append([row[names.index('total_min')] for row in rows])
        self.assertNotEqual(*minutes)


if __name__ == '__main__':
    support.main()
