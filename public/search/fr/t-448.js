dossierSearch("t-448","Aштаты _K ")
<!-- dossier: search/fr/t-448.js -->
