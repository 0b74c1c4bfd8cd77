dossierSearch("x-106",[[213,1,"The article counts Nicaragua among the UN members that recognise Abkhazia and South Ossetia. That it did so on 5 September 2008 is added by the dossier."]])
