dossierSearch("t-433","Aгода vsB Dовщина 3tB Cсударство 3G Bрузия mS G= nS ")
<!-- dossier: search/fr/t-433.js -->
