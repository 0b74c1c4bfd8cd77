dossierSearch("x-37",[[149,0,"Armenia – member of: Collective Security Treaty Organization (since 7 October 2002)",0,"Armenia – party to: Collective Security Treaty (since 15 May 1992)",1,"The article names Armenia among the six member states of the CSTO at the time of the Bishkek summit. That it signed the treaty in 1992 is context added by the dossier."]])
<!-- dossier: search/en/x-37.js -->
