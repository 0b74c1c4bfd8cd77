dossierSearch("x-53",[[213,1,"The article counts Nicaragua among the UN members that recognise Abkhazia and South Ossetia. That it did so on 5 September 2008 is added by the dossier."],[215,1,"Two meetings in this dossier took place in Bishkek: that of the foreign ministers in May 2019 and the summit of 28 November 2019."]])
<!-- dossier: search/en/x-53.js -->
