dossierSearch("t-62","Abadghis 3XH H= 3X H_province= 3X Cse 3qBH Czar _U Belarus 39BB H= 39B Bichkek _Y_c H= _1B Celorussie 39BB L= 39B Cshkek _Y_c H= _1B H_summit= _Y Bokarev nkB H= nkB Crder -T_iB Business izB By xF ")
<!-- dossier: search/ru/t-62.js -->
