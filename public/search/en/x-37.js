dossierSearch("x-37",[[149,1,"The article names Armenia among the six member states of the CSTO at the time of the Bishkek summit. That it signed the treaty in 1992 is context added by the dossier."]])
<!-- dossier: search/en/x-37.js -->
