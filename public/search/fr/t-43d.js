dossierSearch("t-43d","Aна -T Cпадение vEuP J_близ_тагтабазара= vE Kна_пограничную_заставу_ишкобод= _T Cступательных -M Cто X E= X Cуру nQ F= nQ Cций vqB Bво nd D= nd Bикарагуа v1B J= v1B Bовое nd F_восточное_обозрение= nd ")
<!-- dossier: search/fr/t-43d.js -->
