dossierSearch("t-76","Avanuatu n6B H= n6B Benezuela vtB J= vtB Bictoire 3tB Fry 3tB H_day= 3tB Csant -M Bladimir vZ I_poutine= vZ Kutin= vZ Boa 7T ")
<!-- dossier: search/ru/t-76.js -->
