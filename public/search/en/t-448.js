dossierSearch("t-448","Aштаты _K ")
<!-- dossier: search/en/t-448.js -->
