dossierSearch("t-443","Aузбекистан _O K= _O Bкраина vmB H= vmB ")
<!-- dossier: search/en/t-443.js -->
