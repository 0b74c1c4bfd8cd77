dossierSearch("t-43b","Aлегк xF Cж izB Cт tH8kByG Bиб imByX Cдер kDtIjBkBjIvCsD2CuO-GmBjFR Cквидац qcvX Cн nI Cц xFj2B6B Dенз zF Cчн 2qBGiI Cш 7M7GlF Bучш ufyT Bюд 2XG ")
<!-- dossier: search/ru/t-43b.js -->
