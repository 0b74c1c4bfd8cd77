dossierSearch("x-2",[[11,1,"Tuvalu is the last state that the article names in connection with South Ossetia, which it recognised. A correction in the section points out what the article leaves out: Tuvalu recognised Abkhazia as well. Both recognitions date from September 2011, and both were withdrawn on 31 March 2014."]])
<!-- dossier: search/en/x-2.js -->
