dossierSearch("t-433","Aгода vsB Dовщина 3tB Cсударство 3G Bрузия nS G= nS ")
<!-- dossier: search/en/t-433.js -->
