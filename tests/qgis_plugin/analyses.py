"""How each analysis is run on the sample layers, in QGIS and on the command line."""

# All 50 scores of the IDM from one field, which holds 0 and 1.
SCORES = ['{}_{:02d}=share_beyond'.format(dimension, number)
          for dimension, count in (('iks', 35), ('ike', 12), ('ikl', 3)) for number in range(1, count + 1)]
LINES = {'roads': 'roads', 'rivers': 'rivers', 'ferries': 'ferries'}
HOUSEHOLDS = {'settlements': 'transmigrants', 'households': 'households'}
# Parameters that take one layer, with the sample's.
LAYERS = {
    'match-names': {'settlements': 'settlements', 'table': 'activities'},
    'health-access': {'settlements': 'settlements', 'facilities': 'facilities'},
    'distance-to-centre': {'settlements': 'settlements', 'centres': 'centres'},
    'od-matrix': {'settlements': 'settlements', 'destinations': 'facilities'},
    'service-areas': {'settlements': 'settlements', 'facilities': 'facilities'},
    'check-network': {'settlements': 'settlements', 'facilities': 'facilities'},
    'compare-scenarios': {'settlements': 'settlements', 'facilities': 'facilities', 'removed-roads': 'ferries',
                          'added-facilities': 'centres'},
    'hinterland-interaction': {'settlements': 'settlements', 'centres': 'centres', 'area': 'settlements',
                               'centre-facilities': 'centre_facilities', 'activities': 'activities'},
    'poverty': HOUSEHOLDS,
    'inequality': HOUSEHOLDS,
    'poverty-factors': HOUSEHOLDS,
    'food-security': HOUSEHOLDS,
    'composite-index': {'settlements': 'transmigrants'},
    'synergy': {'areas': 'synergy_areas'}}
# Parameters that take several, each given one.
SEVERAL = {
    'health-access': LINES,
    'distance-to-centre': LINES,
    'od-matrix': LINES,
    'service-areas': LINES,
    # With rivers and ferries everything is connected, and no link is missing.
    'check-network': {'roads': 'roads'},
    'compare-scenarios': LINES,
    'hinterland-interaction': LINES}
FIELDS = {
    'match-names': {'code-field': ['kode'], 'table-code-field': ['kode'], 'table-name-field': ['desa']},
    'health-access': {'group-field': ['kecamatan', 'skp'], 'capacity-field': ['tenaga'],
                      'serving-field': ['wilayah_kerja'], 'declared-distance-field': ['jarak_podes']},
    'distance-to-centre': {'group-field': ['kecamatan'], 'centre-level-field': ['tingkat']},
    'service-areas': {'group-field': ['kecamatan']},
    'hinterland-interaction': {'group-field': ['kecamatan'], 'centre-factor-fields': ['kesiapan_lembaga']},
    'compare-scenarios': {'group-field': ['kecamatan']},
    'poverty': {'group-field': ['jenis']},
    'poverty-factors': {'traits': ['lama_sekolah', 'luas_lahan']}}
MORE = {
    'health-access': {'routes': True, 'threshold-min': 30.0, 'cutoff': 40000.0, 'k': 3, 'critical-links': True},
    'distance-to-centre': {'routes': True, 'cost': 'time', 'k': 2},
    'od-matrix': {'cutoff': 15000.0},
    'service-areas': {'bands': [2000.0, 10000.0], 'by-facility': True},
    'check-network': {'mended': True, 'gap-search': 2000.0},
    'compare-scenarios': {'scenario-season': 'wet', 'threshold-min': 30.0},
    'hinterland-interaction': {'hinterlands': True, 'reach-bands': [10000.0, 20000.0]},
    'poverty': {'line': [182636.0, 600000.0], 'sajogyo': 'suhardjo_1997', 'replications': 50},
    'inequality': {'unit': 'household', 'gini': 'grouped', 'settlement-curves': True, 'replications': 50},
    'poverty-factors': {'line': [250000.0], 'predictions': True},
    'food-security': {'line': [182636.0]},
    'composite-index': {'scheme': 'idm_2016', 'indicator-names': SCORES, 'replications': 50},
    'synergy': {'high-participation-from': 'menasihati'}}
# Lists of numbers, which QGIS parts by blanks.
NUMBERS = ('line', 'reach-bands', 'bands')
# Fields and lists that take several values.
LISTS = ('group-field', 'code-field', 'centre-factor-fields', 'traits', 'indicator-names') + NUMBERS


def qgis_name(name):
    return name.upper().replace('-', '_')


def qgis_values(analysis, layer_of):
    """The values for an algorithm; `layer_of` gives the layer of a name. All outputs are asked for."""
    id_ = analysis['id']
    values = {qgis_name(name): layer_of(layer) for name, layer in LAYERS[id_].items()}
    values.update({qgis_name(name): [layer_of(layer)] for name, layer in SEVERAL.get(id_, {}).items()})
    for name, fields in FIELDS.get(id_, {}).items():
        values[qgis_name(name)] = fields if name in LISTS else fields[0]
    for name, value in MORE.get(id_, {}).items():
        between = ' ' if name in NUMBERS else ','
        values[qgis_name(name)] = between.join(map(str, value)) if name in LISTS else value
    values.update({sink: 'memory:' for sink in sinks(analysis)})
    return values


def sinks(analysis):
    """The sinks by name, with the output that each takes."""
    return {('OUTPUT' if number == 0 else qgis_name(output['name'])): output
            for number, output in enumerate(analysis['outputs'])}


def words(analysis, source_of):
    """The words of the command line for the same run."""
    id_ = analysis['id']
    words_ = [id_]
    for name, layer in list(LAYERS[id_].items()) + list(SEVERAL.get(id_, {}).items()):
        words_ += ['--' + name, source_of(layer)]
    for name, fields in FIELDS.get(id_, {}).items():
        for field in fields:
            words_ += ['--' + name, field]
    for name, value in MORE.get(id_, {}).items():
        if name in LISTS:
            words_ += ['--' + name, ','.join(map(str, value))]
        else:
            words_ += ['--' + name] if value is True else ['--' + name, str(value)]
    return words_
