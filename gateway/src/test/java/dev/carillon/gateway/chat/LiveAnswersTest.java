package dev.carillon.gateway.chat;

class LiveAnswersTest {}
