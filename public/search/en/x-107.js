dossierSearch("x-107",[[215,1,"Two meetings in this dossier took place in Bishkek: that of the foreign ministers in May 2019 and the summit of 28 November 2019."]])
