dossierSearch("t-67","Agagn 7O Eent 7uB Cin xF8kBsI Crd uEmCnNekF8F8F-PX E_front_turkmen= _2B Eent 59B Czet qHjtB Benr z0BhJ Corg 8H0DvGiEycG2DzE F= nS Boudaout 2qB Dvern xF1BzVmPrC Brand 7ElV7BtRjB1FrG Dph 59B Dv izB Cief qc Coup 2GjNrKyHzI Buard _2B Cerr temPjB2F ")
<!-- dossier: search/fr/t-67.js -->
